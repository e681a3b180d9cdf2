package org.understudy.itest.felix.part;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Hashtable;
import java.util.List;
import java.util.function.Supplier;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.understudy.itest.felix.greeting.Greeted;
import org.understudy.itest.felix.greeting.Greeting;
import org.understudy.resource.StateFormat;
import org.understudy.resource.StateTransfer;

/** Greeters that number their greetings, in memory: a number that was given twice is a greeting that was forgotten. */
public final class Remembering {
    /** The name under which the system properties hold what a version that does not hand over has given so far. */
    public static final String OPEN = "itest.numbers";

    private Remembering() {}

    /** The numbers that one version has given. */
    public static class Numbers implements Greeting, StateTransfer {
        private final String version;
        private final List<Long> given = new ArrayList<>();

        Numbers(String version, List<Long> before) {
            this.version = version;
            given.addAll(before);
        }

        @Override
        public synchronized Greeted greet() {
            long number = given.size() + 1L;
            given.add(number);
            return new Greeted(version, String.valueOf(number), 1, 1);
        }

        synchronized List<Long> given() {
            return List.copyOf(given);
        }

        @Override
        public synchronized void exportTo(StateFormat format, OutputStream out) throws IOException {
            DataOutputStream data = new DataOutputStream(out);
            data.writeInt(given.size());
            for (long number : given) {
                data.writeLong(number);
            }
            data.flush();
        }

        @Override
        public synchronized void importFrom(StateFormat format, InputStream in) throws IOException {
            DataInputStream data = new DataInputStream(in);
            given.clear();
            for (int left = data.readInt(); left > 0; left--) {
                given.add(data.readLong());
            }
        }
    }

    /** Cannot read what it is given. */
    private static final class Illiterate extends Numbers {
        Illiterate(String version) {
            super(version, List.of());
        }

        @Override
        public void importFrom(StateFormat format, InputStream in) throws IOException {
            throw new IOException("not one number can be read");
        }
    }

    /** Registers numbers that are handed over. */
    public static class HandingOver implements BundleActivator {
        @Override
        public void start(BundleContext context) {
            register(context, new Numbers(context.getBundle().getVersion().toString(), List.of()));
        }

        void register(BundleContext context, Numbers numbers) {
            Hashtable<String, Object> formats = new Hashtable<>();
            formats.put(StateTransfer.WRITES, new String[] {"numbers/1", "numbers/2"});
            formats.put(StateTransfer.READS, new String[] {"numbers/2", "numbers/1"});
            context.registerService(
                    new String[] {Greeting.class.getName(), StateTransfer.class.getName()}, numbers, formats);
        }

        @Override
        public void stop(BundleContext context) {
            // the framework withdraws the service
        }
    }

    /** Registers numbers that cannot be read again. */
    public static final class Forgetful extends HandingOver {
        @Override
        public void start(BundleContext context) {
            register(context, new Illiterate(context.getBundle().getVersion().toString()));
        }
    }

    /** Takes over when it is started what the version before has given until then, as who reads a file does. */
    public static final class Copying implements BundleActivator {
        @Override
        public void start(BundleContext context) {
            Object before = System.getProperties().get(OPEN);
            Numbers numbers = new Numbers(
                    context.getBundle().getVersion().toString(), before == null ? List.of() : given(before));
            System.getProperties().put(OPEN, (Supplier<List<Long>>) numbers::given);
            context.registerService(Greeting.class, numbers, null);
        }

        @SuppressWarnings("unchecked")
        private static List<Long> given(Object before) {
            return ((Supplier<List<Long>>) before).get();
        }

        @Override
        public void stop(BundleContext context) {
            // the framework withdraws the service
        }
    }
}
