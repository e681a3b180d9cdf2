package org.understudy.whiteboard;

import java.net.URL;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.understudy.dispatch.Outstanding;
import org.understudy.dispatch.Surroundings;
import org.understudy.dispatch.Uses;

/** The surroundings of one version, behind a handle whose memory may be shared with others. */
final class FakeSurroundings implements Surroundings {
    final Map<String, String> properties = new HashMap<>();
    final List<String> escaped = new ArrayList<>();
    private final AtomicReference<Object> memory;
    private final Outstanding outstanding = new Outstanding();
    private final Uses uses = new Uses();

    FakeSurroundings(AtomicReference<Object> memory) {
        this.memory = memory;
    }

    @Override
    public ClassLoader loader() {
        return getClass().getClassLoader();
    }

    @Override
    public URL entry(String path) {
        return getClass().getResource(path);
    }

    @Override
    public Enumeration<String> entryPaths(String path) {
        return null;
    }

    @Override
    public Optional<String> property(String name) {
        return Optional.ofNullable(properties.get(name));
    }

    @Override
    public Outstanding outstanding() {
        return outstanding;
    }

    @Override
    public Uses uses() {
        return uses;
    }

    @Override
    public AtomicReference<Object> memory() {
        return memory;
    }

    @Override
    public void escaped(String through, Object object, Class<?> holder) {
        escaped.add(through);
    }
}
