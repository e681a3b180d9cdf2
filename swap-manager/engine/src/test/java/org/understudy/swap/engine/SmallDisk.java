package org.understudy.swap.engine;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Set;
import org.understudy.swap.journal.Disk;
import org.understudy.swap.journal.RealDisk;

/** A disk that can be full: then nothing more can be written to it. */
final class SmallDisk {
    private static final Set<String> WRITING = Set.of("create", "createFolder", "write", "rename");

    private final Disk disk = (Disk) full(Disk.class, new RealDisk());
    private volatile boolean full;

    Disk disk() {
        return disk;
    }

    void isFull(boolean now) {
        full = now;
    }

    private Object full(Class<?> type, Object real) {
        return Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
            if (full && WRITING.contains(method.getName())) {
                throw new IOException("No space left on device");
            }
            Object result = called(real, method, arguments);
            return result instanceof Disk.Writing ? full(Disk.Writing.class, result) : result;
        });
    }

    private static Object called(Object real, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(real, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
