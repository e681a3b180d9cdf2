package org.understudy.predictor.bench;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedList;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * What the user needed last, each item moved to the front when it is needed (move to front). A place's probability is how
 * often needs were at it, and the best place comes first.
 */
final class MostRecent implements Predictor {
    private static final int NOVEL = Belief.LISTED;
    private static final int ELSEWHERE = Belief.LISTED + 1;

    private final Map<String, LinkedList<String>> recent = new HashMap<>();
    private final Set<String> seen = new HashSet<>();
    private final double[] place = new double[Belief.LISTED + 2];
    private double total;

    MostRecent() {
        for (int i = 0; i < place.length; i++) {
            place[i] = i < Belief.LISTED ? 1.0 / ((i + 1) * (i + 2)) : 1;
            total += place[i];
        }
    }

    @Override
    public String name() {
        return "most recent";
    }

    @Override
    public void state(String user, long time, Belief belief) {
        LinkedList<String> items = recent.getOrDefault(user, new LinkedList<>());
        belief.novel = place[NOVEL] / total;
        String[] known = items.toArray(new String[0]);
        IntStream.range(0, Math.min(known.length, Belief.LISTED))
                .boxed()
                .sorted(Comparator.comparingDouble((Integer at) -> -place[at]))
                .forEach(at -> belief.add(known[at], place[at] / total));
    }

    @Override
    public void learn(String user, long time, String item) {
        LinkedList<String> items = recent.computeIfAbsent(user, u -> new LinkedList<>());
        int at = items.indexOf(item);
        int slot = at >= 0 && at < Belief.LISTED ? at : seen.contains(item) ? ELSEWHERE : NOVEL;
        place[slot]++;
        total++;
        if (at >= 0) {
            items.remove(at);
        }
        items.addFirst(item);
        seen.add(item);
    }
}
