package org.understudy.bench.kill;

import java.util.List;

/**
 * One kill, as it stands in the progress of the benchmark.
 *
 * @param where {@code random}; or the scene in which it was placed
 * @param step the step at which it was placed; 0 for a random one
 * @param seed what it was drawn with
 * @param underWay what was under way
 * @param opened whether the home could be opened after it
 * @param bootMillis how long the boot after it took; -1 where it was killed itself
 * @param recoverMillis how long the swap-manager took of that
 * @param findings what was wrong after it
 */
record Killed(
        String where,
        long step,
        long seed,
        String underWay,
        boolean opened,
        long bootMillis,
        long recoverMillis,
        List<String> findings) {
    Killed {
        findings = List.copyOf(findings);
    }
}
