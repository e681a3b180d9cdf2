package org.understudy.itest.felix;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import org.osgi.framework.FrameworkUtil;

/** A bundle made to order. The same order gives the same bytes. */
final class BundleFile {
    private static final long EPOCH = 315_532_800_000L; // the first moment a zip entry can carry
    private static final String OWN = "org.understudy.itest.felix.greeting";

    private final Map<String, String> headers = new LinkedHashMap<>();
    private final Map<String, byte[]> entries = new LinkedHashMap<>();
    private final List<String> components = new ArrayList<>();

    private BundleFile(String symbolicName, String version) {
        headers.put("Bundle-ManifestVersion", "2");
        headers.put("Bundle-SymbolicName", symbolicName);
        headers.put("Bundle-Version", version);
        headers.put("Import-Package", "org.osgi.framework," + OWN);
    }

    /** A version of a resource, with nothing in it yet. */
    static BundleFile version(String resource, String version) {
        return new BundleFile("itest." + resource, version).resource(resource, "");
    }

    /** What is in a file, as another version. */
    static BundleFile of(Path file, String version) throws IOException {
        try (JarFile jar = new JarFile(file.toFile())) {
            Attributes main = jar.getManifest().getMainAttributes();
            BundleFile copy = new BundleFile(main.getValue("Bundle-SymbolicName"), version);
            main.forEach((name, value) -> copy.headers.put(name.toString(), (String) value));
            for (JarEntry entry : Collections.list(jar.entries())) {
                if (!entry.isDirectory() && !entry.getName().equals(JarFile.MANIFEST_NAME)) {
                    try (InputStream in = jar.getInputStream(entry)) {
                        copy.entries.put(entry.getName(), in.readAllBytes());
                    }
                }
            }
            return copy.header("Bundle-Version", version);
        }
    }

    /** A bundle that is no resource. */
    static BundleFile plain(String symbolicName, String version) {
        return new BundleFile(symbolicName, version);
    }

    BundleFile resource(String name, String contract) {
        return header(
                "Provide-Capability",
                "org.understudy.resource;org.understudy.resource=\"" + name
                        + "\";criticality=VOLATILE;swapCostMillis:Long=1"
                        + (contract.isEmpty() ? "" : ";contract:List<String>=\"" + contract + "\""));
    }

    /** The resource holds something that exists only once. */
    BundleFile exclusive(String what) {
        return header(
                "Provide-Capability", headers.get("Provide-Capability") + ";exclusive:List<String>=\"" + what + "\"");
    }

    /** Sets a header; {@code null} leaves it out. */
    BundleFile header(String name, String value) {
        if (value == null) {
            headers.remove(name);
        } else {
            headers.put(name, value);
        }
        return this;
    }

    BundleFile with(Class<?>... types) throws IOException {
        for (Class<?> type : types) {
            String name = type.getName().replace('.', '/') + ".class";
            try (InputStream in = type.getResourceAsStream("/" + name)) {
                entries.put(name, in.readAllBytes());
            }
        }
        return this;
    }

    /** With a class and all that is nested in it, however deep. */
    BundleFile withAllOf(Class<?> type) throws IOException {
        String file = type.getName().replace('.', '/');
        String folder = file.substring(0, file.lastIndexOf('/'));
        String own = file.substring(file.lastIndexOf('/') + 1);
        for (URL entry : Collections.list(FrameworkUtil.getBundle(type).findEntries(folder, own + "*.class", false))) {
            String name = entry.getPath().substring(entry.getPath().lastIndexOf('/') + 1);
            if (name.equals(own + ".class") || name.startsWith(own + "$")) {
                try (InputStream in = entry.openStream()) {
                    entries.put(folder + "/" + name, in.readAllBytes());
                }
            }
        }
        return this;
    }

    BundleFile activator(Class<?> type) throws IOException {
        return header("Bundle-Activator", type.getName()).with(type);
    }

    BundleFile component(String name, String xml) {
        String file = "OSGI-INF/" + name + ".xml";
        components.add(file);
        header("Service-Component", String.join(",", components));
        return entry(file, xml);
    }

    BundleFile entry(String name, String text) {
        entries.put(name, text.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    /** Writes it. */
    Path in(Path folder) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        headers.forEach(manifest.getMainAttributes()::putValue);
        Path file = Files.createTempFile(folder, "made", ".jar");
        try (OutputStream out = Files.newOutputStream(file);
                JarOutputStream jar = new JarOutputStream(out)) {
            put(jar, JarFile.MANIFEST_NAME, bytes(manifest));
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                put(jar, entry.getKey(), entry.getValue());
            }
        }
        return file;
    }

    private static byte[] bytes(Manifest manifest) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        manifest.write(bytes);
        return bytes.toByteArray();
    }

    private static void put(JarOutputStream jar, String name, byte[] content) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTime(EPOCH);
        jar.putNextEntry(entry);
        jar.write(content);
        jar.closeEntry();
    }
}
