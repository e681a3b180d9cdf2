package org.understudy.predictor.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/** The online model. For one thread. */
public final class Model {
    private final Settings settings;
    private final ItemDictionary items;
    private final UserTable users;
    private final PersonalWeights personal;
    private final ContextStore store;
    private final TimeScale scale = new TimeScale();
    private final Forecast forecast;
    private final PendingSamples pending;
    private final WithinHead within;
    private int now;
    private boolean stated;
    private final long[] order = new long[Candidates.MOST];

    public Model(Settings settings) {
        this.settings = settings;
        items = new ItemDictionary(settings.items(), settings.nameBytes());
        users = new UserTable(settings.users());
        personal = new PersonalWeights(settings.users(), settings.persons());
        store = new ContextStore(settings.contexts(), settings.entries());
        forecast = new Forecast(users, items, store, personal, settings.items());
        pending = WithinHead.samples(settings.pending(), settings.users());
        within = new WithinHead(settings.horizon(), forecast, pending);
    }

    private void state(long user, long time) {
        Situation s = forecast.situation;
        if (!stated || s.user != user || s.time != time) {
            forecast.state(user, time, scale, now);
            stated = true;
        }
    }

    public Prediction predict(long user, long time, int limit) {
        state(user, time);
        int n = forecast.candidates.size;
        for (int c = 0; c < n; c++) {
            order[c] = (long) Float.floatToIntBits((float) forecast.probability(c)) << 32 | c;
        }
        Arrays.sort(order, 0, n);
        List<Prediction.Likely> likely = new ArrayList<>();
        double sum = forecast.novel;
        double weight = items.total() + 0.5 * items.size();
        for (int i = n - 1; i >= 0; i--) {
            int c = (int) order[i];
            double p = forecast.probability(c);
            sum += p;
            weight -= items.count(forecast.candidates.item[c]) + 0.5;
            if (likely.size() < limit) likely.add(new Prediction.Likely(items.name(forecast.candidates.item[c]), p));
        }
        if (forecast.rest > 0 && weight > 0) {
            int g0 = store.find(Table.ALL_0, -1, 0, 0);
            if (g0 >= 0) {
                for (int i = store.block(g0), end = i + store.length(g0); i < end && likely.size() < limit; i++) {
                    int item = Entry.item(store.entries[i]);
                    if (forecast.candidates.indexOf(item) < 0) {
                        double p = forecast.rest * (items.count(item) + 0.5) / weight;
                        likely.add(new Prediction.Likely(items.name(item), p));
                    }
                }
            }
        }
        return new Prediction(likely, forecast.novel, forecast.rest);
    }

    public List<Prediction.Likely> within(long user, long time, int limit) {
        state(user, time);
        within.look();
        int n = within.size();
        for (int c = 0; c < n; c++) {
            order[c] = (long) Float.floatToIntBits(within.probability(c)) << 32 | c;
        }
        Arrays.sort(order, 0, n);
        List<Prediction.Likely> likely = new ArrayList<>();
        for (int i = n - 1; i >= 0 && likely.size() < limit; i--) {
            int c = (int) order[i];
            likely.add(new Prediction.Likely(
                    items.name(forecast.candidates.item[c]), Float.intBitsToFloat((int) (order[i] >>> 32))));
        }
        return likely;
    }

    public void learn(long user, long time, String name) {
        state(user, time);
        int item = items.find(name);
        Situation s = forecast.situation;
        within.sample(s.slot, s.events, now);
        forecast.learn(item, now);
        int surprise = forecast.surprise(item);
        if (item == ItemDictionary.NONE && items.takes(name)) {
            if (items.isFullFor(name)) {
                removeItems(items.crowd(now));
            }
            item = items.add(name, owner(user));
        }
        if (s.slot == UserTable.NONE) {
            if (users.isFull()) {
                removeUsers(users.crowd(now));
            }
            s.slot = users.add(user);
        }
        if (item != ItemDictionary.NONE) {
            int owner = owner(user);
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

    private static int owner(long user) {
        long hash = (user + 0x632BE59BD9B4E019L) * 0x9E3779B97F4A7C15L;
        return (int) (hash ^ hash >>> 32) | 1;
    }

    private void removeItems(BitSet gone) {
        items.remove(gone);
        users.sweep(gone);
        pending.sweep(gone);
        store.sweep(gone, new BitSet());
        for (int i = 0; i < Situation.DEPTH; i++) {
            if (gone.get(forecast.situation.past[i])) {
                forecast.situation.past[i] = 0;
            }
        }
    }

    private void removeUsers(BitSet gone) {
        users.remove(gone);
        personal.remove(gone);
        pending.remove(gone);
        store.sweep(new BitSet(), gone);
    }
}
