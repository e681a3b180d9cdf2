package org.understudy.newsroom.demo;

import java.util.ArrayList;
import java.util.List;
import org.understudy.newsroom.demo.check.Offering;
import org.understudy.newsroom.demo.holder.Kind;
import org.understudy.newsroom.demo.load.EventBook;
import org.understudy.newsroom.demo.load.Loads;
import org.understudy.newsroom.demo.load.Mark;

/** What the demo promises, compared with what it found. */
final class Promises {
    private static final double LEAST_RATE = 0.98;
    private static final double MOST_TAKEN_BACK = 0.025;

    private final List<String> broken = new ArrayList<>();

    private Promises() {}

    /** The promises that were broken, each in words with its figure. */
    static List<String> broken(Results results) {
        Promises promises = new Promises();
        results.interruption().ifPresent(promises.broken::add);
        promises.none(results.callsFailed(), "calls failed");
        promises.none(results.callers().count(Mark.STALE), "calls had a stale answer");
        promises.none(results.loads().http().count(Mark.FAILED), "requests failed");
        promises.none(results.loads().http().count(Mark.STALE), "requests had a stale answer");
        Loads.OFFERINGS.forEach(offering -> promises.offering(offering, results.loads()));
        promises.events(results.loads().events());
        promises.state(results.loads());
        promises.faults(results);
        promises.load(results);
        promises.judge(new Judging(results));
        if (results.options().again().isPresent()) {
            promises.again(results, results.options().again().getAsInt());
        }
        results.markers().ifPresent(m -> {
            promises.none(m.equalRanks(), "look-ups saw two markers of equal rank");
            promises.none(m.ahead(), "look-ups saw a marker ahead of its pointer");
            if (m.lookups() == 0) {
                promises.broken.add("no marker was looked up");
            }
        });
        if (results.foresight().filter(Foresight::blind).isPresent()) {
            promises.broken.add("no usage was taken of the readers");
        }
        results.leaks().leaked().forEach(l -> promises.broken.add(l + " leaked"));
        results.leaks().missed().forEach(m -> promises.broken.add("the leak check did not name " + m));
        promises.broken.addAll(results.logbook().unexpected());
        return List.copyOf(promises.broken);
    }

    private void none(long count, String what) {
        if (count != 0) {
            broken.add(count + " " + what);
        }
    }

    private void offering(Offering offering, Loads loads) {
        none(loads.count(offering, Mark.FAILED), "calls by " + offering.label() + " failed");
        none(loads.count(offering, Mark.STALE), "calls by " + offering.label() + " had a stale answer");
        if (loads.count(offering, Mark.GOOD) == 0) {
            broken.add("no call by " + offering.label() + " was answered");
        }
    }

    private void events(EventBook.Balance events) {
        none(events.lost(), "events were lost");
        none(events.doubled(), "events were handled more than once");
    }

    private void state(Loads loads) {
        none(loads.writes(Mark.FAILED), "writes into the guestbook failed");
        none(loads.writes(Mark.STALE), "writes into the guestbook had a stale answer");
        none(loads.state().lost(), "acknowledged comments and readings were lost");
        none(loads.state().doubled(), "comments stand in the guestbook more than once");
        if (loads.state().written() == 0) {
            broken.add("nothing was written into the guestbook");
        }
    }

    private void faults(Results results) {
        if (results.faultsSeen() != results.ledger().total()) {
            broken.add("faulty versions counted " + results.ledger().total() + " failures of their own, callers and"
                    + " pages saw " + results.faultsSeen());
        }
    }

    private void judge(Judging judging) {
        if (judging.caught() < judging.asked()) {
            broken.add("the judge took back " + judging.caught() + " faulty versions, and " + judging.asked()
                    + " were the least");
        }
    }

    /** A judge that is wrong once in a hundred times is so more than five times in two hundred once in sixty. */
    private void again(Results results, int swaps) {
        int back = results.logbook().falseAlarms().size();
        if (back > swaps * MOST_TAKEN_BACK) {
            broken.add("the judge took back " + back + " of " + swaps + " versions that were the same as before");
        }
    }

    private void load(Results results) {
        double rate = results.callers().perSecond();
        if (rate < results.statedRate() * LEAST_RATE) {
            broken.add(String.format("the load was %.0f calls/s instead of %d", rate, results.statedRate()));
        }
        for (Kind kind : Kind.values()) {
            if (results.callers().count(kind, Mark.GOOD) == 0) {
                broken.add("no call through " + kind.label() + " was answered");
            }
        }
    }
}
