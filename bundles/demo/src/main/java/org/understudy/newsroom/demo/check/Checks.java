package org.understudy.newsroom.demo.check;

import java.util.List;
import java.util.Set;

/**
 * Everything an answer is checked against.
 *
 * @param timelines which version may answer when
 * @param group the scenes of the parts that are swapped together
 * @param answers what each version has to say
 * @param windows when swaps are going on
 * @param failures what went wrong, in words
 */
public record Checks(
        Timelines timelines, GroupTimeline group, KnownAnswers answers, Windows windows, Failures failures) {
    /** Fresh ones; times in words are told from now on. */
    public static Checks begin() {
        return new Checks(
                new Timelines(),
                new GroupTimeline(),
                new KnownAnswers(),
                new Windows(),
                new Failures(System.nanoTime()));
    }

    /** This is on stage from the start. */
    public void open(Lineup lineup) {
        allowOnly(lineup);
        if (lineup.group()) {
            group.open(lineup);
        }
    }

    /** A swap begins: from now on what is on stage and what is to come may answer. */
    public void announce(Lineup from, Lineup to) {
        for (Part part : to.parts()) {
            timelines.of(part).allow(Set.copyOf(List.of(from.version(part), to.version(part))));
        }
        if (to.group()) {
            group.begin(to);
        }
    }

    /** The swap has returned: from now on only what is on stage may answer calls that begin. */
    public void settle(Lineup to, Lineup active) {
        allowOnly(active);
        if (to.group() && active.equals(to)) {
            group.end();
        } else if (to.group()) {
            group.callOff();
        }
    }

    private void allowOnly(Lineup lineup) {
        lineup.parts().forEach(part -> timelines.of(part).allow(Set.of(lineup.version(part))));
    }
}
