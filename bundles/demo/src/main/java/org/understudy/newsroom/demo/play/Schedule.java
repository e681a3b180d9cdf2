package org.understudy.newsroom.demo.play;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.understudy.newsroom.demo.check.Fault;
import org.understudy.newsroom.demo.check.Fault.Fate;
import org.understudy.newsroom.demo.check.Part;

/**
 * The acts of a play, and how long it takes.
 *
 * @param acts what happens, in order
 * @param duration how long the load runs at least; the acts are spread over it
 */
public record Schedule(List<Act> acts, Duration duration) {
    /** The long form: what the promises are stated for. */
    public static final Duration LONG = Duration.ofSeconds(245);

    /** The short form. */
    public static final Duration SHORT = Duration.ofSeconds(55);

    /** How long a play takes in which each swap is to the same version again, by swap. */
    public static final Duration AGAIN = Duration.ofMillis(1200);

    private static final Duration RECORDED_ACT = Duration.ofSeconds(5);
    private static final int RECORDED_PARTS = 3;
    private static final int STAYS = 105;
    private static final int TAKEN_BACK = 15;
    private static final int SUPERSEDED = 15;
    private static final int FAULT_ROUNDS = 3;
    private static final int ENDS = 2;

    public Schedule {
        acts = List.copyOf(acts);
    }

    /**
     * A play of this length: as many acts as fit at the long form's pace, evenly over all parts and the group, every fault at least
     * once, in an order that the seed decides. A version that leaks is followed by other swaps of its part, so that
     * its slot is needed again.
     */
    public static Schedule of(Duration duration, long seed) {
        double share = (double) duration.toMillis() / LONG.toMillis();
        int units = Part.UNITS.size();
        List<Act> acts = new ArrayList<>();
        for (int round = 0; round < Math.round(STAYS * share / units) - ENDS; round++) {
            addAll(acts, Fate.STAYS);
        }
        for (int round = 0; round < Math.max(1, Math.round(TAKEN_BACK * share / units)); round++) {
            addAll(acts, Fate.TAKEN_BACK);
        }
        for (int round = 0; round < Math.max(1, Math.round(SUPERSEDED * share / units)); round++) {
            Part.UNITS.stream()
                    .filter(unit -> unit.size() == 1)
                    .forEach(unit -> acts.add(Act.good(unit, Fate.SUPERSEDED)));
        }
        for (int round = 0; round < Math.max(1, Math.round(FAULT_ROUNDS * share)); round++) {
            for (Fault fault : Fault.values()) {
                if (round == 0 || fault.fate() == Fate.JUDGED || fault == Fault.SLOW_START) {
                    acts.add(Act.faulty(fault));
                }
            }
        }
        Collections.shuffle(acts, new Random(seed));
        for (List<Part> unit : Part.UNITS) {
            acts.add(Act.good(unit, Fate.STAYS));
            acts.add(0, Act.good(unit, Fate.STAYS));
        }
        return new Schedule(acts, duration);
    }

    /**
     * A play to record: three of the parts that are called all the time go to their next version and soon back again, one
     * part after the other, so that each time the first version is fresh and then stays for long. The others stay as they
     * are. The seed decides which three.
     */
    public static Schedule recording(Duration duration, long seed) {
        List<Part> parts = new ArrayList<>(Part.SERVICES);
        Collections.rotate(parts, (int) (seed % parts.size()));
        List<Act> acts = new ArrayList<>();
        for (int turn = 0; turn < duration.dividedBy(RECORDED_ACT) / 2; turn++) {
            List<Part> unit = List.of(parts.get(turn % RECORDED_PARTS));
            acts.add(Act.good(unit, Fate.STAYS));
            acts.add(Act.good(unit, Fate.STAYS));
        }
        return new Schedule(acts, duration);
    }

    /**
     * A play in which nothing changes: each part, and the group, is swapped to the version that is active, one after the
     * other in an order that the seed decides, and all over again.
     *
     * @param swaps how many swaps; at least 1
     */
    public static Schedule again(int swaps, Duration duration, long seed) {
        Random random = new Random(seed);
        List<Act> acts = new ArrayList<>();
        while (acts.size() < swaps) {
            List<List<Part>> units = new ArrayList<>(Part.UNITS);
            Collections.shuffle(units, random);
            units.stream().limit(swaps - acts.size()).map(Act::again).forEach(acts::add);
        }
        return new Schedule(acts, duration);
    }

    /** How many swaps and rollbacks that makes. */
    public int operations() {
        return acts.stream().mapToInt(Act::operations).sum();
    }

    private static void addAll(List<Act> acts, Fate fate) {
        for (List<Part> unit : Part.UNITS) {
            acts.add(Act.good(unit, fate));
        }
    }
}
