package org.understudy.bench.stage;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import org.osgi.framework.Constants;

/**
 * A bundle made of classes of one package of this code.
 *
 * @param of the package
 * @param classes the simple names of the classes, the activator first
 * @param headers what the manifest says beyond its version and the activator
 */
public record InsideBundle(String of, List<String> classes, Map<String, String> headers) {
    public InsideBundle {
        classes = List.copyOf(classes);
        headers = Map.copyOf(headers);
        if (classes.isEmpty()) {
            throw new IllegalArgumentException("a bundle of " + of + " has at least its activator");
        }
    }

    /** Its jar. */
    public byte[] jar() throws IOException {
        Manifest manifest = new Manifest();
        Attributes main = manifest.getMainAttributes();
        main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        main.putValue(Constants.BUNDLE_MANIFESTVERSION, "2");
        main.putValue(Constants.BUNDLE_ACTIVATOR, of + "." + classes.get(0));
        headers.forEach(main::putValue);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JarOutputStream jar = new JarOutputStream(bytes, manifest)) {
            for (String name : classes) {
                add(jar, of.replace('.', '/') + "/" + name + ".class");
            }
        }
        return bytes.toByteArray();
    }

    private static void add(JarOutputStream jar, String path) throws IOException {
        jar.putNextEntry(new ZipEntry(path));
        try (InputStream in = InsideBundle.class.getClassLoader().getResourceAsStream(path)) {
            if (in == null) {
                throw new IOException("there is no " + path + " in this code");
            }
            in.transferTo(jar);
        }
        jar.closeEntry();
    }
}
