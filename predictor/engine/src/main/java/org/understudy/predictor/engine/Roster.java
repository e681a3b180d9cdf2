package org.understudy.predictor.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Knows users by their pseudonyms, and gives each a number, which is all that a model is told. Names are kept nowhere.
 * Bounded: of too many users the one that was seen least lately is forgotten. Safe for use by many threads.
 */
final class Roster {
    /** Of how many users something is kept. */
    static final int MOST_USERS = 16_384;

    /** How many can have opted out; more are refused, for none of them may be forgotten. */
    static final int MOST_OPTED_OUT = 100_000;

    private final Map<Pseudonym, Entry> users = new LinkedHashMap<>(16, 0.75f, true);
    private final Set<Pseudonym> optedOut = new HashSet<>();
    private final Set<Long> numbers = new HashSet<>();
    private final List<Long> left = new ArrayList<>();
    private PseudonymKey key;
    private Recognition recognition = new Recognition();
    private long next = 1;

    Roster(PseudonymKey key) {
        this.key = key;
    }

    /**
     * A user.
     *
     * @param pseudonym under the key of now
     * @param number what a model is told
     * @param seenMillis when a need of this user was last taken, since 1970
     */
    record Entry(Pseudonym pseudonym, long number, long seenMillis) {}

    /** The number of a user whose need is about to be taken; empty where the user has opted out. */
    synchronized Optional<Long> numberOf(String name, long millis) {
        Pseudonym pseudonym = pseudonym(name);
        if (optedOut.contains(pseudonym)) {
            return Optional.empty();
        }
        Entry known = users.get(pseudonym);
        Entry now = new Entry(pseudonym, known == null ? next++ : known.number(), millis);
        users.put(pseudonym, now);
        numbers.add(now.number());
        if (users.size() > MOST_USERS) {
            Entry eldest = users.values().iterator().next();
            users.remove(eldest.pseudonym());
            leaves(eldest);
        }
        return Optional.of(now.number());
    }

    private void leaves(Entry entry) {
        numbers.remove(entry.number());
        left.add(entry.number());
    }

    /** Whether somebody has this number: who was forgotten has none any more. */
    synchronized boolean has(long number) {
        return numbers.contains(number);
    }

    /** The number of a user of whom something is known. */
    synchronized Optional<Entry> find(String name) {
        Pseudonym pseudonym = pseudonym(name);
        return users.containsKey(pseudonym) ? Optional.of(users.get(pseudonym)) : Optional.empty();
    }

    synchronized boolean hasOptedOut(String name) {
        return optedOut.contains(pseudonym(name));
    }

    /**
     * Takes nothing of this user from now on.
     *
     * @throws IllegalStateException if too many have opted out already
     */
    synchronized void optOut(String name) {
        if (optedOut.size() >= MOST_OPTED_OUT) {
            throw new IllegalStateException(
                    MOST_OPTED_OUT
                            + " users have opted out, and no more can be remembered: take no usage at all with `privacy --off`");
        }
        optedOut.add(pseudonym(name));
    }

    synchronized void optIn(String name) {
        optedOut.remove(pseudonym(name));
    }

    /** Forgets the user; returns what was known. */
    synchronized Optional<Entry> remove(String name) {
        Optional<Entry> known = Optional.ofNullable(users.remove(pseudonym(name)));
        known.ifPresent(entry -> numbers.remove(entry.number()));
        recognition.forget(name);
        return known;
    }

    /** Forgets who was not seen since then. */
    synchronized void removeUnseenSince(long millis) {
        users.values().removeIf(entry -> {
            boolean old = entry.seenMillis() < millis;
            if (old) {
                leaves(entry);
            }
            return old;
        });
    }

    /** The numbers of those who were forgotten since this was last asked, for the model to forget them too. */
    synchronized List<Long> takeLeft() {
        List<Long> taken = List.copyOf(left);
        left.clear();
        return taken;
    }

    /**
     * Carries all pseudonyms over to another key, and drops the one of now. Takes about half a millisecond for each, most of
     * it while others go on.
     */
    void succeed(PseudonymKey nextKey) {
        PseudonymKey.Succession succession;
        List<Pseudonym> all;
        synchronized (this) {
            succession = key.to(nextKey);
            all = new ArrayList<>(users.keySet());
            all.addAll(optedOut);
        }
        Map<Pseudonym, Pseudonym> successors = new HashMap<>();
        all.forEach(each -> successors.computeIfAbsent(each, succession::successor));
        synchronized (this) {
            List<Entry> entries = List.copyOf(users.values());
            users.clear();
            for (Entry entry : entries) {
                Pseudonym successor = successors.computeIfAbsent(entry.pseudonym(), succession::successor);
                users.put(successor, new Entry(successor, entry.number(), entry.seenMillis()));
            }
            Set<Pseudonym> out = new HashSet<>();
            optedOut.forEach(each -> out.add(successors.computeIfAbsent(each, succession::successor)));
            optedOut.clear();
            optedOut.addAll(out);
            key = nextKey;
            recognition = new Recognition();
        }
    }

    private Pseudonym pseudonym(String name) {
        return recognition.of(name, key);
    }

    /** All that is kept, the least lately seen first. */
    synchronized Kept kept() {
        return new Kept(key, List.copyOf(users.values()), Set.copyOf(optedOut), next);
    }

    /**
     * What is kept.
     *
     * @param key of the pseudonyms
     * @param users the least lately seen first
     * @param optedOut who has opted out
     * @param next the next number
     */
    record Kept(PseudonymKey key, List<Entry> users, Set<Pseudonym> optedOut, long next) {}

    /** Goes on from what was kept. */
    static Roster of(Kept kept) {
        Roster roster = new Roster(kept.key());
        for (Entry entry : kept.users()) {
            if (kept.optedOut().contains(entry.pseudonym())) {
                roster.left.add(entry.number()); // a kill came before this was done
            } else {
                roster.users.put(entry.pseudonym(), entry);
                roster.numbers.add(entry.number());
            }
        }
        roster.optedOut.addAll(kept.optedOut());
        roster.next = kept.next();
        return roster;
    }

    synchronized int size() {
        return users.size();
    }

    synchronized int sizeOfOptedOut() {
        return optedOut.size();
    }
}
