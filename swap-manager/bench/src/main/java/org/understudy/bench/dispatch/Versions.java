package org.understudy.bench.dispatch;

import org.understudy.bench.dispatch.ds.Answers;

/** Four versions of the service, each of a class of its own, as different versions of a bundle are. */
final class Versions {
    /** How many there are. */
    static final int COUNT = 4;

    private Versions() {}

    /** The version of this number, from 0. */
    static Answers version(int number) {
        return switch (number) {
            case 0 -> new First();
            case 1 -> new Second();
            case 2 -> new Third();
            case 3 -> new Fourth();
            default -> throw new IllegalArgumentException("version " + number);
        };
    }

    static final class First implements Answers {
        @Override
        public long answer(long question) {
            return question + 1;
        }
    }

    static final class Second implements Answers {
        @Override
        public long answer(long question) {
            return question + 2;
        }
    }

    static final class Third implements Answers {
        @Override
        public long answer(long question) {
            return question + 3;
        }
    }

    static final class Fourth implements Answers {
        @Override
        public long answer(long question) {
            return question + 4;
        }
    }
}
