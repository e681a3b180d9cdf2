package org.understudy.itest.felix.part;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.osgi.framework.BundleContext;
import org.understudy.itest.felix.greeting.Greeted;
import org.understudy.itest.felix.greeting.Greeting;
import org.understudy.resource.DataFolder;

/** A component that writes down each version that greets, and says what it finds written. */
public class Keeper implements Greeting {
    private volatile DataFolder folder;
    private volatile String version;

    /** Takes its folder. */
    public void setFolder(DataFolder data) {
        folder = data;
    }

    /** Takes its version. */
    public void activate(BundleContext context) {
        version = context.getBundle().getVersion().toString();
    }

    @Override
    public Greeted greet() {
        Path guests = folder.path().resolve("guests.txt");
        try {
            Files.writeString(guests, version + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            return new Greeted(version, String.join(" ", Files.readAllLines(guests)), 1, 1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
