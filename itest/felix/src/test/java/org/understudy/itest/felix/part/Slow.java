package org.understudy.itest.felix.part;

import java.util.concurrent.CountDownLatch;

/** Components that work in the background and take their time, until a latch in the system properties is opened. */
public final class Slow {
    private Slow() {}

    private static void await() throws InterruptedException {
        ((CountDownLatch) System.getProperties().get(Offering.LATCH)).await();
    }

    /** Does not come up. */
    public static final class Entering {
        /** Hangs. */
        public void activate() throws InterruptedException {
            await();
        }

        /** Ends. */
        public void deactivate() {
            // at once
        }
    }

    /** Does not come down. */
    public static final class Leaving {
        /** Comes up. */
        public void activate() {
            // at once
        }

        /** Hangs. */
        public void deactivate() throws InterruptedException {
            await();
        }
    }
}
