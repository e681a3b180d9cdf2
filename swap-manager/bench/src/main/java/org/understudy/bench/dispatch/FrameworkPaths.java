package org.understudy.bench.dispatch;

import java.util.Hashtable;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceRegistration;
import org.osgi.util.tracker.ServiceTracker;
import org.understudy.bench.dispatch.ds.Answers;
import org.understudy.bench.dispatch.ds.Holder;

/** The ways of today, in a real framework. */
public final class FrameworkPaths {
    private FrameworkPaths() {}

    /** Registers each version above the one before, then takes that one away. */
    abstract static class Registered extends Path {
        private ServiceRegistration<Answers> registration;
        private int ranking;
        EmbeddedFramework framework;

        @Override
        void open() throws Exception {
            framework = EmbeddedFramework.start();
        }

        @Override
        void show(Answers version) {
            Hashtable<String, Object> properties = new Hashtable<>();
            properties.put(Constants.SERVICE_RANKING, ranking++);
            ServiceRegistration<Answers> before = registration;
            registration = framework.context().registerService(Answers.class, version, properties);
            if (before != null) {
                before.unregister();
            }
        }

        @Override
        void close() throws Exception {
            framework.stop();
        }
    }

    /** A volatile field that SCR writes. */
    public static class DsField extends Registered {
        private Holder holder;

        @Override
        void open() throws Exception {
            super.open();
            framework.startComponents();
        }

        @Override
        void show(Answers version) {
            super.show(version);
            holder = Holder.latest();
        }

        @Override
        long call(long question) {
            return holder.answers.answer(question);
        }
    }

    /** {@code ServiceTracker.getService()} for each call. */
    public static class Tracker extends Registered {
        private ServiceTracker<Answers, Answers> tracker;

        @Override
        void open() throws Exception {
            super.open();
            tracker = new ServiceTracker<>(framework.context(), Answers.class, null);
            tracker.open();
        }

        @Override
        long call(long question) {
            return tracker.getService().answer(question);
        }

        @Override
        void close() throws Exception {
            tracker.close();
            super.close();
        }
    }
}
