package org.understudy.pinning;

import org.understudy.swap.Lease;
import org.understudy.swap.Pin;
import org.understudy.swap.Pinning;

/** Pins that only count how many of them are open. */
final class CountedPins implements Pinning {
    private int pins;
    private int leases;

    int pins() {
        return pins;
    }

    int leases() {
        return leases;
    }

    @Override
    public Pin pin() {
        pins++;
        return new Pin() {
            @Override
            public Lease lease() {
                return new Kept();
            }

            @Override
            public void close() {
                pins--;
            }
        };
    }

    private final class Kept implements Lease {
        private boolean closed;

        private Kept() {
            leases++;
        }

        @Override
        public Pin pin() {
            if (closed) {
                throw new IllegalStateException("the lease was closed");
            }
            return CountedPins.this.pin();
        }

        @Override
        public void close() {
            if (!closed) {
                closed = true;
                leases--;
            }
        }
    }
}
