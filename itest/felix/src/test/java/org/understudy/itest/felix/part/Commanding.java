package org.understudy.itest.felix.part;

import java.util.Hashtable;
import java.util.Map;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/** Offers two commands at Gogo, by an object of a class that nobody knows. */
public final class Commanding implements BundleActivator {
    private String version;

    @Override
    public void start(BundleContext context) {
        version = context.getBundle().getVersion().toString();
        context.registerService(
                Commanding.class,
                this,
                new Hashtable<>(Map.of(
                        "osgi.command.scope",
                        scope(context.getBundle().getSymbolicName()),
                        "osgi.command.function",
                        new String[] {"version", "join"})));
    }

    @Override
    public void stop(BundleContext context) {
        // the framework withdraws the service
    }

    /** The scope of a resource's commands. */
    public static String scope(String symbolicName) {
        return symbolicName.replaceAll("\\W", "");
    }

    /** The version. */
    public String version() {
        return version;
    }

    /** One word and a number, which Gogo makes of a word. */
    public String join(String word, int number) {
        return word + number;
    }
}
