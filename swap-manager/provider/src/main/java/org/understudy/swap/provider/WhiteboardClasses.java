package org.understudy.swap.provider;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Map;
import java.util.TreeMap;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;

/**
 * The classes that stand before whiteboard services. The swap-manager carries them for the fronts and does not link them
 * itself, so that it depends on no servlet API.
 */
final class WhiteboardClasses {
    private WhiteboardClasses() {}

    /** The class files, by binary name. */
    static Map<String, byte[]> all() {
        Bundle own = FrameworkUtil.getBundle(WhiteboardClasses.class);
        String folder = Kind.PACKAGE.replace('.', '/');
        Enumeration<URL> entries = own.findEntries(folder, "*.class", false);
        Map<String, byte[]> classes = new TreeMap<>();
        for (URL entry : Collections.list(entries)) {
            String file = entry.getPath().substring(entry.getPath().lastIndexOf('/') + 1);
            classes.put(Kind.PACKAGE + "." + file.substring(0, file.length() - ".class".length()), bytes(entry));
        }
        return classes;
    }

    private static byte[] bytes(URL entry) {
        try (InputStream in = entry.openStream()) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("the swap-manager's own bundle could not be read: " + entry, e);
        }
    }
}
