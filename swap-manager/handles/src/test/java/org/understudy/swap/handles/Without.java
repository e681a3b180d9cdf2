package org.understudy.swap.handles;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** A loader with its own copies of the test interfaces, which lacks one class. */
final class Without extends ClassLoader {
    private final String missing;

    Without(String missing) {
        super(Without.class.getClassLoader());
        this.missing = missing;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (name.equals(missing)) {
            throw new ClassNotFoundException(name);
        }
        if (!name.startsWith(Contracts.class.getName())) {
            return super.loadClass(name, resolve);
        }
        Class<?> loaded = findLoadedClass(name);
        return loaded != null ? loaded : copy(name);
    }

    private Class<?> copy(String name) {
        try (InputStream file = getResourceAsStream(name.replace('.', '/') + ".class")) {
            byte[] bytes = file.readAllBytes();
            return defineClass(name, bytes, 0, bytes.length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
