package org.understudy.swap.engine;

import org.understudy.dispatch.Configurations;
import org.understudy.swap.Lease;
import org.understudy.swap.Pin;
import org.understudy.swap.Pinning;

/** What the API says of pinning, over the {@link Configurations} of the resources. */
final class RequestPinning implements Pinning {
    private final Configurations configurations;

    RequestPinning(Configurations configurations) {
        this.configurations = configurations;
    }

    @Override
    public Pin pin() {
        return new OfThread(configurations.pin());
    }

    private record OfThread(org.understudy.dispatch.Pin pin) implements Pin {
        @Override
        public Lease lease() {
            return new OfRequest(pin.lease());
        }

        @Override
        public void close() {
            pin.close();
        }
    }

    private record OfRequest(org.understudy.dispatch.Lease lease) implements Lease {
        @Override
        public Pin pin() {
            return new OfThread(lease.pin());
        }

        @Override
        public void close() {
            lease.close();
        }
    }
}
