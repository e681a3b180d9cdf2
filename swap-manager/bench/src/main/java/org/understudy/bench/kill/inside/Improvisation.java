package org.understudy.bench.kill.inside;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Operations drawn by lot, one after the other. */
final class Improvisation {
    private final Operations operations;
    private final Random random;

    Improvisation(Operations operations, long seed) {
        this.operations = operations;
        this.random = new Random(seed);
    }

    /** Does not return, unless it ends the runtime in good order. */
    void play() {
        while (true) {
            List<String> settled = shuffled(operations.resources(false));
            List<String> provisional = shuffled(operations.resources(true));
            int lot = random.nextInt(100);
            if (lot < 1) {
                operations.stop();
                return;
            }
            if (!provisional.isEmpty() && (settled.isEmpty() || lot < 55)) {
                decide(lot % 10, provisional.get(0));
            } else {
                exchange(lot % 20, settled);
            }
        }
    }

    private void decide(int lot, String name) {
        if (lot < 4) {
            operations.commit(name);
        } else if (lot < 7) {
            operations.rollback(name);
        } else if (lot < 8) {
            operations.pause(name);
        } else {
            operations.supersede(name);
        }
    }

    private void exchange(int lot, List<String> settled) {
        List<String> withWayBack = shuffled(operations.withWayBack());
        if (lot < 4 && !withWayBack.isEmpty()) {
            operations.rollback(withWayBack.get(0));
        } else if (lot < 6) {
            operations.stage(settled.get(0));
        } else if (lot < 7) {
            operations.again(settled.get(0));
        } else if (lot < 13) {
            operations.swap(settled.subList(0, 1));
        } else {
            operations.swap(settled.subList(0, Math.min(settled.size(), 2 + random.nextInt(2))));
        }
    }

    private List<String> shuffled(List<String> names) {
        List<String> shuffled = new ArrayList<>(names);
        Collections.shuffle(shuffled, random);
        return shuffled;
    }
}
