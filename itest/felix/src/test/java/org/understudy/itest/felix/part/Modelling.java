package org.understudy.itest.felix.part;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Hashtable;
import java.util.List;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.understudy.predict.Evidence;
import org.understudy.predict.PredictionModel;
import org.understudy.resource.StateFormat;
import org.understudy.resource.StateTransfer;

/** Models that must not be believed. Each takes over what the one before has learned, and hands it on as it was. */
public final class Modelling {
    private Modelling() {}

    /** States of one resource what it was made to state. */
    public static class Stating implements PredictionModel, StateTransfer {
        private final double probability;
        private byte[] learned = {};

        /** Creates one that states this probability. */
        public Stating(double probability) {
            this.probability = probability;
        }

        @Override
        public String name() {
            return "stating " + probability;
        }

        @Override
        public Next next(long user, long millis) {
            return new Next(0, within(user, millis));
        }

        @Override
        public List<Scored> within(long user, long millis) {
            return List.of(new Scored("theme", probability), new Scored("store", probability));
        }

        @Override
        public int horizon() {
            return 1;
        }

        @Override
        public void learn(long user, long millis, String resource) {
            // has its opinion already
        }

        @Override
        public void circumstance(String name, String value) {
            // the same
        }

        @Override
        public void forget(long user) {
            // knows nobody
        }

        @Override
        public List<Evidence> why(long user, long millis, String resource) {
            return List.of();
        }

        @Override
        public long bytes() {
            return learned.length;
        }

        @Override
        public void save(OutputStream out) throws IOException {
            out.write(learned);
        }

        @Override
        public void load(InputStream in) throws IOException {
            learned = in.readAllBytes();
        }

        @Override
        public void exportTo(StateFormat format, OutputStream out) throws IOException {
            save(out);
        }

        @Override
        public void importFrom(StateFormat format, InputStream in) throws IOException {
            load(in);
        }
    }

    private static final class Throwing extends Stating {
        Throwing() {
            super(0);
        }

        @Override
        public Next next(long user, long millis) {
            throw new IllegalStateException("nobody knows what comes next");
        }
    }

    /** Registers one. */
    private abstract static class Registering implements BundleActivator {
        abstract Stating model();

        @Override
        public void start(BundleContext context) {
            Hashtable<String, Object> formats = new Hashtable<>();
            formats.put(StateTransfer.WRITES, "mixture/1");
            formats.put(StateTransfer.READS, "mixture/1");
            context.registerService(
                    new String[] {PredictionModel.class.getName(), StateTransfer.class.getName()}, model(), formats);
        }

        @Override
        public void stop(BundleContext context) {
            // the framework withdraws the service
        }
    }

    /** Throws when it is asked. */
    public static final class Failing extends Registering {
        @Override
        Stating model() {
            return new Throwing();
        }
    }

    /** States what is no number. */
    public static final class NotANumber extends Registering {
        @Override
        Stating model() {
            return new Stating(Double.NaN);
        }
    }

    /** States probabilities that come to more than one. */
    public static final class TooMuch extends Registering {
        @Override
        Stating model() {
            return new Stating(0.9);
        }
    }
}
