package org.understudy.bench.soak.inside;

import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * Sees to it that each resource is in one director's hands at a time, and that nothing is under way while everything is
 * measured.
 */
final class Stagehands {
    private final NavigableMap<String, ReentrantLock> locks = new TreeMap<>();
    /** Fair: who wants it quiet gets it after the rounds that are under way. */
    private final ReentrantReadWriteLock rounds = new ReentrantReadWriteLock(true);

    Stagehands(List<String> names) {
        names.forEach(name -> locks.put(name, new ReentrantLock()));
    }

    /** The resource after this one; the first after the last. */
    String next(String name) {
        String later = locks.higherKey(name);
        return later == null ? locks.firstKey() : later;
    }

    /** Plays a round with these resources, once they are free. */
    void round(List<String> names, Runnable round) {
        rounds.readLock().lock();
        try {
            List<ReentrantLock> held =
                    new TreeSet<>(names).stream().map(locks::get).toList();
            held.forEach(ReentrantLock::lock);
            try {
                round.run();
            } finally {
                held.forEach(ReentrantLock::unlock);
            }
        } finally {
            rounds.readLock().unlock();
        }
    }

    /** Does this while no round is under way. */
    void quiet(Runnable work) {
        rounds.writeLock().lock();
        try {
            work.run();
        } finally {
            rounds.writeLock().unlock();
        }
    }
}
