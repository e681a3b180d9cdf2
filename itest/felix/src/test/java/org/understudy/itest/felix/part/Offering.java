package org.understudy.itest.felix.part;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.CountDownLatch;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.understudy.itest.felix.greeting.Closed;
import org.understudy.itest.felix.greeting.Farewell;
import org.understudy.itest.felix.greeting.Greeted;
import org.understudy.itest.felix.greeting.Greeting;

/** Activators of bundles, most of them wrong in one way. */
public final class Offering {
    /** The name under which a latch lies in the system properties, at which {@link Hanging} waits. */
    public static final String LATCH = "itest.latch";

    /** What the name of the system property begins with that says which port a version holds. */
    public static final String PORT = "itest.port.";

    /** The name under which the system properties hold what is done inside a call. */
    public static final String INSIDE = "itest.inside";

    private Offering() {}

    /** Registers a greeting. */
    public static class Good implements BundleActivator {
        @Override
        public void start(BundleContext context) throws Exception {
            String version = context.getBundle().getVersion().toString();
            context.registerService(Greeting.class, () -> new Greeted(version, "hello", 1, 1), null);
        }

        @Override
        public void stop(BundleContext context) {
            // the framework withdraws the service
        }
    }

    /** Registers a greeting and a farewell. */
    public static final class Two extends Good {
        @Override
        public void start(BundleContext context) throws Exception {
            super.start(context);
            context.registerService(Farewell.class, () -> "bye", null);
        }
    }

    /** Registers two services that nothing tells apart. */
    public static final class Twins extends Good {
        @Override
        public void start(BundleContext context) throws Exception {
            super.start(context);
            super.start(context);
        }
    }

    /** Throws. */
    public static final class Throwing extends Good {
        @Override
        public void start(BundleContext context) {
            throw new IllegalStateException("no mood for it");
        }
    }

    /** Does not return until a latch is opened. */
    public static final class Hanging extends Good {
        @Override
        public void start(BundleContext context) throws Exception {
            ((CountDownLatch) System.getProperties().get(LATCH)).await();
            super.start(context);
        }
    }

    /** Does not end until a latch is opened. */
    public static final class Lingering extends Good {
        @Override
        public void start(BundleContext context) {
            // only its end matters
        }

        @Override
        public void stop(BundleContext context) {
            try {
                ((CountDownLatch) System.getProperties().get(LATCH)).await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Registers a greeting as what it is, not as what it does. */
    public static final class OfClass extends Good implements Greeting {
        @Override
        public void start(BundleContext context) throws Exception {
            super.start(context);
            context.registerService(OfClass.class, this, null);
        }

        @Override
        public Greeted greet() {
            return new Greeted("", "", 1, 1);
        }
    }

    /** Holds a port, whose number lies in the system properties under {@link #PORT} and its version. */
    public static final class PortHolder extends Good {
        private ServerSocket socket;

        @Override
        public void start(BundleContext context) throws Exception {
            int port = Integer.getInteger(PORT + context.getBundle().getVersion());
            socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
            super.start(context);
        }

        @Override
        public void stop(BundleContext context) {
            try {
                socket.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Has its caller do something inside each call, if there is something under {@link #INSIDE}. */
    public static final class CallingBack implements BundleActivator {
        @Override
        public void start(BundleContext context) {
            String version = context.getBundle().getVersion().toString();
            Greeting greeting = () -> {
                if (System.getProperties().get(INSIDE) instanceof Runnable inside) {
                    inside.run();
                }
                return new Greeted(version, "hello", 1, 1);
            };
            context.registerService(Greeting.class, greeting, null);
        }

        @Override
        public void stop(BundleContext context) {
            // the framework withdraws the service
        }
    }

    /** Offers nothing. */
    public static final class Silent implements BundleActivator {
        @Override
        public void start(BundleContext context) {
            // that it runs is all
        }

        @Override
        public void stop(BundleContext context) {
            // nothing to end
        }
    }

    /** Registers under an interface that nobody else can name. */
    public static final class OfHidden extends Good implements Hidden {
        @Override
        public void start(BundleContext context) throws Exception {
            super.start(context);
            context.registerService(Hidden.class, this, null);
        }
    }

    /** Registers under an interface that nobody else can implement. */
    public static final class OfSealed extends Good {
        @Override
        public void start(BundleContext context) throws Exception {
            super.start(context);
            context.registerService(Closed.class, new Closed.Only(), null);
        }
    }

    interface Hidden {}
}
