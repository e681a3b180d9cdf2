package org.understudy.bench.kill;

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

/** Bundles made of classes of {@code inside}. */
final class InsideBundle {
    private static final String PACKAGE = "org.understudy.bench.kill.inside";

    private InsideBundle() {}

    /** The bundle with the actor. */
    static byte[] actor() throws IOException {
        return bundle(
                List.of("Actor", "Services", "Writer", "Survey", "Operations", "Improvisation", "Scene"),
                Map.of(
                        Constants.BUNDLE_SYMBOLICNAME,
                        PACKAGE,
                        Constants.IMPORT_PACKAGE,
                        "org.osgi.framework,org.understudy.swap,org.understudy.newsroom"));
    }

    /** A version 1.0.0 of a resource that does next to nothing. */
    static byte[] extra(String resource) throws IOException {
        return bundle(
                List.of("Extra"),
                Map.of(
                        Constants.BUNDLE_SYMBOLICNAME,
                        PACKAGE + "." + resource,
                        Constants.BUNDLE_VERSION,
                        "1.0.0",
                        Constants.IMPORT_PACKAGE,
                        "org.osgi.framework",
                        Constants.PROVIDE_CAPABILITY,
                        "org.understudy.resource;org.understudy.resource=\"" + resource
                                + "\";criticality=VOLATILE;swapCostMillis:Long=1"));
    }

    private static byte[] bundle(List<String> classes, Map<String, String> given) throws IOException {
        Manifest manifest = new Manifest();
        Attributes headers = manifest.getMainAttributes();
        headers.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        headers.putValue(Constants.BUNDLE_MANIFESTVERSION, "2");
        headers.putValue(Constants.BUNDLE_ACTIVATOR, PACKAGE + "." + classes.get(0));
        given.forEach(headers::putValue);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JarOutputStream jar = new JarOutputStream(bytes, manifest)) {
            for (String name : classes) {
                String path = PACKAGE.replace('.', '/') + "/" + name + ".class";
                jar.putNextEntry(new ZipEntry(path));
                try (InputStream in = InsideBundle.class.getClassLoader().getResourceAsStream(path)) {
                    in.transferTo(jar);
                }
                jar.closeEntry();
            }
        }
        return bytes.toByteArray();
    }
}
