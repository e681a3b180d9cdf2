package org.understudy.newsroom.demo;

import java.util.List;
import java.util.Optional;
import org.understudy.newsroom.demo.check.Checks;
import org.understudy.newsroom.demo.check.Leaks;
import org.understudy.newsroom.demo.check.Ledger;
import org.understudy.newsroom.demo.check.MarkerWatch;
import org.understudy.newsroom.demo.check.Meters;
import org.understudy.newsroom.demo.load.Callers;
import org.understudy.newsroom.demo.load.Loads;
import org.understudy.newsroom.demo.load.Mark;
import org.understudy.newsroom.demo.load.UsageReplay;
import org.understudy.newsroom.demo.play.Logbook;
import org.understudy.swap.SwapRecord;

/**
 * Everything a demo has found out, when its load has ended.
 *
 * @param options what was asked for
 * @param statedRate the calls a second that were intended
 * @param usage what drove the load
 * @param callers the service calls
 * @param loads all other load
 * @param checks what answers were checked against
 * @param ledger what faulty versions say they did
 * @param logbook what happened on stage
 * @param meters what the swaps were measured with
 * @param markers the watch over the markers; empty for a mechanism that has none
 * @param leaks what was not collected
 * @param records what the swap-manager says of each swap; empty for a mechanism that keeps no records
 * @param foresight what the predictor has made of the usage; empty where none of it can be seen
 * @param interruption why the play ended early, if it did
 */
record Results(
        Options options,
        int statedRate,
        UsageReplay usage,
        Callers callers,
        Loads loads,
        Checks checks,
        Ledger ledger,
        Logbook logbook,
        Meters meters,
        Optional<MarkerWatch> markers,
        Leaks leaks,
        List<SwapRecord> records,
        Optional<Foresight> foresight,
        Optional<String> interruption) {
    long callsFailed() {
        return callers.count(Mark.FAILED) + meters.probe().failed();
    }

    /** How many failures callers and pages got from versions that fail on purpose. */
    long faultsSeen() {
        return callers.count(Mark.FAULT) + loads.http().count(Mark.FAULT);
    }

    List<String> broken() {
        return Promises.broken(this);
    }
}
