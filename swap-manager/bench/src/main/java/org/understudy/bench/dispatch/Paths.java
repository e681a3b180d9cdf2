package org.understudy.bench.dispatch;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.List;
import org.understudy.bench.dispatch.ds.Answers;
import org.understudy.dispatch.Closed;
import org.understudy.dispatch.Generation;
import org.understudy.dispatch.Pointer;
import org.understudy.dispatch.SharedTarget;
import org.understudy.dispatch.Target;
import org.understudy.dispatch.Tickets;
import org.understudy.swap.handles.HandleClass;
import org.understudy.swap.handles.HandleGenerator;

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

    /** Whatever stands in front of a pointer. */
    abstract static class Fronted extends Path {
        private final Pointer pointer = new Pointer(new Closed("nothing was shown yet"));
        private Answers front;

        abstract Answers front(Pointer pointer, Target target) throws Exception;

        @Override
        void open() throws Exception {
            front = front(pointer, new SharedTarget(0));
        }

        @Override
        void show(Answers version) {
            pointer.publish(new Generation("bench", version));
        }

        @Override
        long call(long question) {
            return front.answer(question);
        }

        @Override
        void close() {}
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
                        try {
                            return method.invoke(target.in(generation), arguments);
                        } catch (InvocationTargetException e) {
                            throw e.getCause();
                        } finally {
                            generation.leave(ticket);
                        }
                    });
        }
    }
}
