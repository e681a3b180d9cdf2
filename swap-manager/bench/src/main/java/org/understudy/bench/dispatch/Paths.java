package org.understudy.bench.dispatch;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.List;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.understudy.bench.dispatch.ds.Answers;
import org.understudy.dispatch.Closed;
import org.understudy.dispatch.Configurations;
import org.understudy.dispatch.EscapeWatch;
import org.understudy.dispatch.Generation;
import org.understudy.dispatch.Pin;
import org.understudy.dispatch.Pointer;
import org.understudy.dispatch.SharedTarget;
import org.understudy.dispatch.Step;
import org.understudy.dispatch.Target;
import org.understudy.dispatch.Tickets;
import org.understudy.swap.handles.HandleClass;
import org.understudy.swap.handles.HandleGenerator;
import org.understudy.swap.monitor.HostSignals;
import org.understudy.swap.monitor.JvmSignals;
import org.understudy.swap.monitor.Monitor;
import org.understudy.swap.monitor.Source;

/** The ways that need no framework. */
public final class Paths {
    private Paths() {}

    /** A plain call through a plain field. */
    public static class Direct extends Path {
        private Answers answers;

        @Override
        void open() {}

        @Override
        void show(Answers version) {
            answers = version;
        }

        @Override
        long call(long question) {
            return answers.answer(question);
        }

        @Override
        void close() {}
    }

    /** A handle that counts who is inside and measures nothing. */
    public static class Unmeasured extends Path {
        private final Bare front;

        /** Creates one that knows of no steps. */
        public Unmeasured() {
            this(new Bare());
        }

        Unmeasured(Bare front) {
            this.front = front;
        }

        @Override
        void open() {}

        @Override
        void show(Answers version) {
            front.show(version);
        }

        @Override
        long call(long question) {
            return front.answer(question);
        }

        @Override
        void close() {}
    }

    /** The same, but notes its calls in the step that their thread is in. */
    public static class Noting extends Unmeasured {
        /** Creates one. */
        public Noting() {
            super(new Bare() {
                private final Pointer resource = new Pointer("bench", new Closed("it only notes"), EscapeWatch.NONE);

                @Override
                void note(int ticket) {
                    resource.note(ticket);
                }
            });
        }
    }

    /** A thread that is in a step for as long as it measures. */
    @State(Scope.Thread)
    public static class InStep {
        private Kept step;

        private static final class Kept extends Step {
            private int resources;

            Kept() {
                begin();
            }

            @Override
            protected void note(String resource) {
                resources++;
            }
        }

        /** Begins it. */
        @Setup(Level.Trial)
        public void begin() {
            step = new Kept();
        }

        /** Ends it. */
        @TearDown(Level.Trial)
        public void end() {
            if (step.resources != 1) {
                throw new IllegalStateException(step.resources + " resources were noted instead of one");
            }
            step.close();
        }
    }

    /** Whatever stands in front of a pointer; the monitor watches what is on stage. */
    abstract static class Fronted extends Path {
        private final Configurations configurations = new Configurations();
        private final Pointer pointer = new Pointer(new Closed("nothing was shown yet"));
        private final Monitor monitor =
                new Monitor(() -> new JvmSignals(HostSignals.NONE, System::nanoTime), this::onStage, System::nanoTime);
        private Answers front;

        abstract Answers front(Pointer pointer, Target target) throws Exception;

        @Override
        void open() throws Exception {
            front = front(pointer, new SharedTarget(0));
            monitor.start(Monitor.TICK);
        }

        private List<Source> onStage() {
            return pointer.route() instanceof Generation generation
                    ? List.of(new Source("bench", generation.name(), generation.meter()))
                    : List.of();
        }

        @Override
        void show(Answers version) {
            configurations.flip(List.of(pointer), List.of(new Generation("bench", version)));
        }

        @Override
        long call(long question) {
            return front.answer(question);
        }

        /** Pins the current thread. */
        Pin pin() {
            return configurations.pin();
        }

        @Override
        void close() {
            monitor.close();
        }
    }

    /** A handle without monitor where no pins are known. */
    public static class WithoutPins extends Path {
        private final Unpinnable.Pointer pointer = new Unpinnable.Pointer();
        private final Answers front = new Unpinnable(pointer);

        @Override
        void open() {}

        @Override
        void show(Answers version) {
            pointer.publish(new Unpinnable.Generation(version));
        }

        @Override
        long call(long question) {
            return front.answer(question);
        }

        @Override
        void close() {}
    }

    /** A thread that is pinned for as long as it measures. */
    @State(Scope.Thread)
    public static class Pinned {
        private Pin pin;

        /** Pins it. */
        @Setup(Level.Trial)
        public void take(Handle path) {
            pin = path.pin();
        }

        /** Lets go. */
        @TearDown(Level.Trial)
        public void close() {
            pin.close();
        }
    }

    /** A generated handle. */
    public static class Handle extends Fronted {
        @Override
        Answers front(Pointer pointer, Target target) throws Exception {
            HandleClass handle = HandleGenerator.generate("org.understudy.bench.front.Handle", List.of(Answers.class));
            return (Answers) new FrontLoader()
                    .define(handle)
                    .getConstructor(Pointer.class, Target.class)
                    .newInstance(pointer, target);
        }
    }

    private static final class FrontLoader extends ClassLoader {
        FrontLoader() {
            super(Paths.class.getClassLoader());
        }

        Class<?> define(HandleClass handle) {
            return defineClass(handle.name(), handle.bytes(), 0, handle.bytes().length);
        }
    }

    /** A {@link Proxy} that does what a handle does. */
    public static class ReflectProxy extends Fronted {
        @Override
        Answers front(Pointer pointer, Target target) {
            return (Answers) Proxy.newProxyInstance(
                    Answers.class.getClassLoader(), new Class<?>[] {Answers.class}, (proxy, method, arguments) -> {
                        int ticket = Tickets.take();
                        Generation generation = pointer.enter(ticket);
                        long mark = 0;
                        Object result;
                        try {
                            mark = generation.begin(ticket);
                            result = method.invoke(target.in(generation), arguments);
                        } catch (InvocationTargetException e) {
                            generation.fail(ticket, mark, e.getCause());
                            throw e.getCause();
                        }
                        generation.leave(ticket, mark);
                        return result;
                    });
        }
    }
}
