package org.understudy.newsroom.demo.play;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.understudy.newsroom.demo.check.Fault;
import org.understudy.newsroom.demo.check.Offering;

/** What has happened on stage so far. One thread writes, any may read. */
public final class Logbook {
    private final List<Entry> entries = new ArrayList<>();
    private final List<String> unexpected = new ArrayList<>();
    private final Set<Fault> shown = EnumSet.noneOf(Fault.class);
    private double longestDrainMillis;

    synchronized void add(Entry entry, double drainMillis) {
        entries.add(entry);
        longestDrainMillis = Math.max(longestDrainMillis, drainMillis);
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
