package org.understudy.predictor.model;

/** What it adds to an item's score how often everybody needs it, ever and lately, and how long ago somebody did. */
final class PopularityWeights {
    private static final int STEPS = 16;

    private final ItemDictionary items;
    private final Weights shares = new Weights(STEPS * STEPS, 0.05f, 0, Weights.CALM);
    private final Weights ages = new Weights(32, 0.1f, 0, Weights.CALM);

    PopularityWeights(ItemDictionary items) {
        this.items = items;
    }

    private int shareState(int item) {
        return step(items.share(item)) * STEPS + step(items.recentShare(item));
    }

    private static int ageState(int age) {
        return 32 - Integer.numberOfLeadingZeros(age) & 31;
    }

    private static int step(float share) {
        return Math.max(0, Math.min(STEPS - 1, Math.getExponent(share) + STEPS));
    }

    float score(int item, int now) {
        return shares.value[shareState(item)] + ages.value[ageState(items.age(item, now))];
    }

    void learn(int item, int now, float gradient) {
        shares.step(shareState(item), gradient);
        ages.step(ageState(items.age(item, now)), gradient);
    }

    void walk(State state) {
        shares.walk(state);
        ages.walk(state);
    }
}
