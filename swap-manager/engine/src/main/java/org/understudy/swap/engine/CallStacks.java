package org.understudy.swap.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Finds the threads that are inside a resource: those with a handle of it on their stack. */
final class CallStacks {
    private static final int FRAMES = 12;

    private CallStacks() {}

    /** The threads below a class whose name starts so, each as its name and its upper frames. */
    static List<String> below(String classNamePrefix) {
        List<String> found = new ArrayList<>();
        Thread.getAllStackTraces().forEach((thread, frames) -> {
            boolean inside =
                    Arrays.stream(frames).anyMatch(frame -> frame.getClassName().startsWith(classNamePrefix));
            if (inside) {
                StringBuilder text = new StringBuilder(thread.getName());
                Arrays.stream(frames).limit(FRAMES).forEach(frame -> text.append(System.lineSeparator())
                        .append("    at ")
                        .append(frame));
                found.add(text.toString());
            }
        });
        return found;
    }
}
