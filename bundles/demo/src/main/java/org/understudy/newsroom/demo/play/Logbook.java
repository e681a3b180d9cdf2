package org.understudy.newsroom.demo.play;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.understudy.newsroom.demo.check.Fault;
import org.understudy.newsroom.demo.check.Lineup;
import org.understudy.newsroom.demo.check.Offering;

/** What has happened on stage so far. One thread writes, any may read. */
public final class Logbook {
    private final List<Entry> entries = new ArrayList<>();
    private final List<String> unexpected = new ArrayList<>();
    private final Set<Fault> shown = EnumSet.noneOf(Fault.class);
    private final List<Trial> trials = new ArrayList<>();
    private final List<Retreat> falseAlarms = new ArrayList<>();
    private double longestDrainMillis;
    private volatile long startNanos = System.nanoTime();

    /** The load begins. */
    void begin(long nanos) {
        startNanos = nanos;
    }

    /** Milliseconds since the load began; 0 for an instant that is 0. */
    double millis(long nanos) {
        return nanos == 0 ? 0 : (nanos - startNanos) / 1e6;
    }

    synchronized void add(Entry entry, double drainMillis) {
        entries.add(entry);
        longestDrainMillis = Math.max(longestDrainMillis, drainMillis);
    }

    /** The judge has taken something back by itself. */
    synchronized void retreated(Retreat retreat) {
        Optional<Fault> fault = faultOf(retreat.from());
        if (fault.isEmpty()) {
            falseAlarms.add(retreat);
        }
        entries.add(new Entry(
                retreat.from(),
                retreat.to(),
                millis(retreat.beganNanos()),
                millis(retreat.flippedNanos()),
                millis(retreat.drainedNanos()),
                Turn.Outcome.ROLLED_BACK,
                fault.map(Fault::name).orElse(""),
                "by the judge"));
    }

    private static Optional<Fault> faultOf(Lineup lineup) {
        return lineup.parts().stream()
                .flatMap(part -> Fault.of(part, lineup.version(part)).stream())
                .findFirst();
    }

    synchronized void tried(Trial trial) {
        trials.add(trial);
    }

    /** How the judge did with the faulty versions that were left to it, in order. */
    public synchronized List<Trial> trials() {
        return List.copyOf(trials);
    }

    /** The good versions that the judge has taken back. */
    public synchronized List<Retreat> falseAlarms() {
        return List.copyOf(falseAlarms);
    }

    synchronized void unexpected(String what) {
        unexpected.add(what);
    }

    synchronized void shown(Fault fault) {
        shown.add(fault);
    }

    /** Every swap and rollback, in order. */
    public synchronized List<Entry> entries() {
        return List.copyOf(entries);
    }

    /** What ended otherwise than it had to, in words. */
    public synchronized List<String> unexpected() {
        return List.copyOf(unexpected);
    }

    /** The faults that were tried and keep their class loaders. */
    public synchronized Set<Fault> leaking() {
        return shown.stream().filter(Fault::leaks).collect(Collectors.toSet());
    }

    /** How many ended so. */
    public synchronized long count(Turn.Outcome outcome) {
        return entries.stream().filter(e -> e.outcome() == outcome).count();
    }

    /** How many swaps of such parts came on stage. */
    public synchronized long swapped(Offering offering) {
        return entries.stream()
                .filter(e -> e.outcome() == Turn.Outcome.SWAPPED && e.to().offering() == offering)
                .count();
    }

    /** How many flips stayed. */
    public long stayed() {
        return count(Turn.Outcome.SWAPPED) - count(Turn.Outcome.ROLLED_BACK);
    }

    /** The longest drain, milliseconds. */
    public synchronized double longestDrainMillis() {
        return longestDrainMillis;
    }
}
