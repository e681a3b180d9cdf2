package org.understudy.swap.provider;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import org.osgi.framework.Constants;
import org.understudy.swap.handles.HandleClass;

/**
 * The bytes of a front's bundle: handle classes and a manifest that imports what they mention. The same classes always
 * give the same bytes, so a front that an earlier run has left is recognised by its digest.
 */
final class FrontJar {
    private static final String DISPATCH = "org.understudy.dispatch";
    private static final long EPOCH = 315_532_800_000L; // the first moment a zip entry can carry

    private final byte[] bytes;
    private final SortedSet<String> imports = new TreeSet<>();

    /**
     * Writes it.
     *
     * @param classes the handle classes
     * @param others what else it contains, by binary name
     * @param needed the packages that these import
     */
    FrontJar(Role.Front role, List<HandleClass> classes, Map<String, byte[]> others, Collection<String> needed) {
        imports.add(DISPATCH);
        imports.addAll(needed);
        classes.forEach(handle -> imports.addAll(handle.packages()));
        Map<String, byte[]> files = new TreeMap<>(others);
        classes.forEach(handle -> files.put(handle.name(), handle.bytes()));
        bytes = write(manifest(role), files);
    }

    byte[] bytes() {
        return bytes.clone();
    }

    /** The packages of the contract that the front imports. */
    SortedSet<String> imports() {
        SortedSet<String> contract = new TreeSet<>(imports);
        contract.remove(DISPATCH);
        return contract;
    }

    String digest() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }

    private Manifest manifest(Role.Front role) {
        Manifest manifest = new Manifest();
        Attributes main = manifest.getMainAttributes();
        main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        main.putValue(Constants.BUNDLE_MANIFESTVERSION, "2");
        main.putValue(
                Constants.BUNDLE_SYMBOLICNAME,
                "understudy.front." + role.resource() + (role.part() == 1 ? "" : "." + role.part()));
        main.putValue(Constants.BUNDLE_VERSION, "1.0.0");
        main.putValue(Constants.BUNDLE_NAME, "Understudy front of " + role.resource());
        main.putValue(Constants.IMPORT_PACKAGE, String.join(",", imports));
        return manifest;
    }

    private static byte[] write(Manifest manifest, Map<String, byte[]> classes) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JarOutputStream jar = new JarOutputStream(bytes)) {
            put(jar, "META-INF/MANIFEST.MF", bytesOf(manifest));
            for (Map.Entry<String, byte[]> type : classes.entrySet()) {
                put(jar, type.getKey().replace('.', '/') + ".class", type.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory failed", e);
        }
        return bytes.toByteArray();
    }

    private static byte[] bytesOf(Manifest manifest) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        manifest.write(out);
        return out.toByteArray();
    }

    private static void put(JarOutputStream jar, String name, byte[] content) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTime(EPOCH);
        jar.putNextEntry(entry);
        jar.write(content);
        jar.closeEntry();
    }
}
