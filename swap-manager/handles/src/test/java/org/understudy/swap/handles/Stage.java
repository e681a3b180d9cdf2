package org.understudy.swap.handles;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.understudy.dispatch.Closed;
import org.understudy.dispatch.Generation;
import org.understudy.dispatch.Pointer;
import org.understudy.dispatch.SharedTarget;
import org.understudy.dispatch.Target;

/** A resource with one service, and real handles in front of it. */
final class Stage {
    private final List<String> passed = new CopyOnWriteArrayList<>();
    private final Pointer pointer = new Pointer(
            "stage", new Closed("nothing is on stage"), (from, through, result) -> passed.add(through + " " + result));
    private final List<Object> handles = new CopyOnWriteArrayList<>();
    private Generation generation;

    static Stage empty() {
        return new Stage();
    }

    static Stage showing(Object service) {
        Stage stage = new Stage();
        stage.show(service);
        return stage;
    }

    void show(Object service) {
        generation = new Generation("test", service);
        pointer.publish(generation);
    }

    /** What was told of results, in order. */
    List<String> passed() {
        return passed;
    }

    Generation generation() {
        return generation;
    }

    Pointer pointer() {
        return pointer;
    }

    <T> T handle(Class<T> type) throws Exception {
        return type.cast(handleOf(type));
    }

    Object handleOf(Class<?>... types) throws Exception {
        Object handle =
                define(types).getConstructor(Pointer.class, Target.class).newInstance(pointer, new SharedTarget(0));
        handles.add(handle); // what one remembers lasts as long as it is used
        return handle;
    }

    Class<?> define(Class<?>... types) throws Exception {
        HandleClass handle = HandleGenerator.generate("front.test.Handle", List.of(types));
        return new FrontLoader().define(handle);
    }

    private static final class FrontLoader extends ClassLoader {
        FrontLoader() {
            super(Stage.class.getClassLoader());
        }

        Class<?> define(HandleClass handle) {
            return defineClass(handle.name(), handle.bytes(), 0, handle.bytes().length);
        }
    }
}
