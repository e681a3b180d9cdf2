package org.understudy.predictor.engine;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.understudy.predict.PredictionModel.Next;
import org.understudy.predict.PredictionModel.Scored;

/** What a user needed last will be needed next; how likely each place of the list is, is learned from all users. */
final class MostRecent implements Rule {
    private static final int MOST_USERS = 4_096;
    private static final int PLACES = 32;

    private final Map<Long, Deque<String>> lists = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Deque<String>> eldest) {
            return size() > MOST_USERS;
        }
    };
    /** How often what came stood at each place; the last one is for what stood at none. */
    private final double[] places = new double[PLACES + 1];

    @Override
    public String name() {
        return "most recent";
    }

    @Override
    public Next next(long user) {
        Deque<String> list = lists.getOrDefault(user, new ArrayDeque<>());
        double all = 0;
        for (int place = 0; place <= PLACES; place++) {
            all += place < list.size() || place == PLACES ? places[place] + 1 : 0;
        }
        List<Scored> scored = new ArrayList<>();
        for (String resource : list) {
            scored.add(new Scored(resource, (places[scored.size()] + 1) / all));
        }
        scored.sort((one, other) -> Double.compare(other.probability(), one.probability()));
        return new Next((places[PLACES] + 1) / all / 2, scored);
    }

    @Override
    public void learn(long user, String resource) {
        Deque<String> list = lists.computeIfAbsent(user, number -> new ArrayDeque<>());
        int place = List.copyOf(list).indexOf(resource);
        places[place < 0 ? PLACES : place]++;
        list.remove(resource);
        list.addFirst(resource);
        if (list.size() > PLACES) {
            list.removeLast();
        }
    }

    /** What the user needed last, each resource once, the latest first. */
    List<String> of(long user) {
        return List.copyOf(lists.getOrDefault(user, new ArrayDeque<>()));
    }

    @Override
    public void forget(long user) {
        lists.remove(user);
    }
}
