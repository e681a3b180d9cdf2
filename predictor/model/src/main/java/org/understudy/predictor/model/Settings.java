package org.understudy.predictor.model;

/**
 * How large the model may become, and how far it looks.
 *
 * @param contexts how many contexts are kept, a power of two
 * @param entries how many places for items they have together, at most 4,194,304
 * @param items how many items are known, at most 65,535
 * @param nameBytes how many bytes their names may take
 * @param users how many users are known
 * @param persons how many of them have weights of their own, at most 32,767
 * @param pending how many samples of the head for "within" may wait for what comes
 * @param horizon within how many needs of the user "within" is meant
 */
public record Settings(
        int contexts, int entries, int items, int nameBytes, int users, int persons, int pending, int horizon) {

    /** What the runtime uses. */
    public static Settings standard() {
        return new Settings(1 << 17, 700_000, 0xffff, 6 << 20, 16_384, 512, 512, 10);
    }

    public Settings withHorizon(int needs) {
        return new Settings(contexts, entries, items, nameBytes, users, persons, pending, needs);
    }
}
