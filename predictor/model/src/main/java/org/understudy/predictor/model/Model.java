package org.understudy.predictor.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * What is known of who needs what, learned from one need after the other. States before each how likely every item is the
 * next one, and how likely it is needed soon; and is then told what it was.
 *
 * <p>Users are numbers that the caller gives; the model never sees a name of theirs. Times are seconds since 1970 or a
 * running number: which, it finds out. They may go back. Items are names; what is longer than 1024 characters is counted
 * as something that nobody knows.
 *
 * <p>Bounded: all tables are made at once, and what does not fit makes room for itself. Deterministic: the same calls
 * give the same answers. Whether {@link #predict} is called does not change what is learned. For one thread.
 */
public final class Model {
    private final Settings settings;
    private final ItemDictionary items;
    private final UserTable users;
    private final PersonalWeights personal;
    private final ContextStore store;
    private final Circumstances circumstances;
    private final TimeScale scale = new TimeScale();
    private final Forecast forecast;
    private final PendingSamples pending;
    private final WithinHead within;
    private final Answers answers;
    private int now;
    private boolean stated;

    /** A model that knows nothing yet. */
    public Model(Settings settings) {
        this.settings = Objects.requireNonNull(settings, "settings");
        items = new ItemDictionary(settings.items(), settings.nameBytes());
        users = new UserTable(settings.users());
        personal = new PersonalWeights(settings.users(), settings.persons());
        store = new ContextStore(settings.contexts(), settings.entries());
        circumstances = new Circumstances(settings.circumstances());
        forecast = new Forecast(users, items, store, personal, circumstances, settings);
        pending = WithinHead.samples(settings.pending(), settings.users());
        within = new WithinHead(settings.horizon(), forecast, pending);
        answers = new Answers(items, store, forecast);
    }

    /**
     * The model that was written with {@link #snapshot}.
     *
     * @throws BadSnapshotException if it is damaged, or of another version
     * @throws IOException if it cannot be read
     */
    public static Model restore(InputStream in) throws IOException {
        return Snapshot.read(in);
    }

    /** Writes all it knows, so that {@link #restore} makes a model that behaves as this one. */
    public void snapshot(OutputStream out) throws IOException {
        Snapshot.write(this, out);
    }

    /** What it was made with. */
    public Settings settings() {
        return settings;
    }

    /** How many bytes its tables take. */
    public long bytes() {
        StateSize size = new StateSize();
        walk(size);
        return size.bytes() + forecast.candidates.bytes();
    }

    /** How likely each item is the next one of this user at this time; at most so many are listed. */
    public Prediction predict(long user, long time, int limit) {
        state(user, time);
        return answers.next(atLeastOne(limit));
    }

    /**
     * How likely each item is among the next needs of this user, as many as the settings' horizon; each for itself. At
     * most so many are listed.
     */
    public Prediction within(long user, long time, int limit) {
        state(user, time);
        return answers.within(within, atLeastOne(limit));
    }

    /**
     * Something outside has changed that may change what is needed: a feature flag, a variant, a deployment, a feed. From
     * then on each need is counted under it as well; an empty value ends it. At most 64 names are kept (fewer in a budget
     * below 256 KB); the least lately changed leaves. A value that is set again is no change.
     *
     * @throws IllegalArgumentException if the name is empty, or name or value has more than 1024 characters
     */
    public void circumstance(String name, String value) {
        if (name.isEmpty()) {
            throw new IllegalArgumentException("the circumstance has no name");
        }
        if (Math.max(name.length(), value.length()) > Circumstances.LONGEST) {
            throw new IllegalArgumentException("a circumstance has a name and a value of at most "
                    + Circumstances.LONGEST + " characters each, not " + name.length() + " and " + value.length());
        }
        if (circumstances.set(name, value)) {
            stated = false;
        }
    }

    /** What makes this item as likely as it is, or not. */
    public Explanation explain(long user, long time, String item) {
        state(user, time);
        return forecast.explain(items.find(item));
    }

    /** Learns that this user needed this item at this time. */
    public void learn(long user, long time, String name) {
        if (name.isEmpty()) {
            throw new IllegalArgumentException("the item has no name");
        }
        state(user, time);
        Situation s = forecast.situation;
        int known = items.find(name);
        within.sample(s.slot, s.events, now);
        forecast.learn(known, now);
        int surprise = forecast.surprise(known);
        int owner = owner(user);
        admit(user);
        int item = known == ItemDictionary.NONE ? admit(name, owner) : known;
        if (item != ItemDictionary.NONE) {
            items.use(item, owner, now);
            forecast.contexts.find(s);
            forecast.contexts.count(s, item, owner, now);
        }
        within.note(s.slot, item, now);
        users.push(s.slot, item, time, surprise, now);
        personal.meet(s.slot, users.events(s.slot), now);
        scale.observe(time);
        now++;
        stated = false;
    }

    /**
     * Forgets a user: all that is kept of them, what they alone ever needed, the contexts that they alone met, and, as far
     * as it is known from what is kept of them, their part in what is counted for all. Afterwards they are as one never
     * seen. What the weights have learned from them among others stays.
     */
    public void forget(long user) {
        int slot = users.find(user);
        int owner = owner(user);
        BitSet gone = items.ownedBy(owner);
        BitSet slots = new BitSet();
        if (slot != UserTable.NONE) {
            store.takeBack(slot, items);
            slots.set(slot);
            removeUsers(slots);
        }
        store.dropOwned(owner);
        removeItems(gone);
        stated = false;
    }

    /** Is anything kept of this user. */
    public boolean knows(long user) {
        return users.find(user) != UserTable.NONE;
    }

    /** Of how many needs of this user something is kept. */
    public int events(long user) {
        int slot = users.find(user);
        return slot == UserTable.NONE ? 0 : users.events(slot);
    }

    /** The different items that this user needed last, the latest first. */
    public List<String> recent(long user) {
        int slot = users.find(user);
        return IntStream.range(0, slot == UserTable.NONE ? 0 : UserTable.RECENT)
                .map(rank -> users.recent(slot, rank))
                .filter(item -> item != ItemDictionary.NONE)
                .mapToObj(items::name)
                .toList();
    }

    /** Is this item known. */
    public boolean knows(String item) {
        return items.find(item) != ItemDictionary.NONE;
    }

    private void state(long user, long time) {
        Situation s = forecast.situation;
        if (!stated || s.user != user || s.time != time) {
            forecast.state(user, time, scale, now);
            stated = true;
        }
    }

    private void admit(long user) {
        if (forecast.situation.slot == UserTable.NONE) {
            if (users.isFull()) {
                removeUsers(users.crowd(now));
            }
            forecast.situation.slot = users.add(user);
        }
    }

    private int admit(String name, int owner) {
        if (!items.takes(name)) {
            return ItemDictionary.NONE;
        }
        while (items.isFullFor(name)) {
            removeItems(items.crowd(now));
        }
        return items.add(name, owner);
    }

    private void removeItems(BitSet gone) {
        if (!gone.isEmpty()) {
            items.remove(gone);
            users.sweep(gone);
            pending.sweep(gone);
            store.sweep(gone, new BitSet());
            forecast.situation.sweep(gone);
        }
    }

    private void removeUsers(BitSet gone) {
        users.remove(gone);
        personal.remove(gone);
        pending.remove(gone);
        store.sweep(new BitSet(), gone);
    }

    /** By what the one user of something is known: never 0. */
    private static int owner(long user) {
        long hash = (user + 0x632BE59BD9B4E019L) * 0x9E3779B97F4A7C15L;
        return (int) (hash ^ hash >>> 32) | 1;
    }

    private static int atLeastOne(int limit) {
        if (limit < 1) {
            throw new IllegalArgumentException("at least one item must be listed, not " + limit);
        }
        return limit;
    }

    void walk(State state) {
        items.walk(state);
        users.walk(state);
        personal.walk(state);
        store.walk(state);
        scale.walk(state);
        circumstances.walk(state);
        forecast.walk(state);
        within.walk(state);
        now = state.number(now);
    }
}
