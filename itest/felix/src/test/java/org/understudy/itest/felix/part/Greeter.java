package org.understudy.itest.felix.part;

import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.osgi.framework.BundleContext;
import org.understudy.itest.felix.greeting.Greeted;
import org.understudy.itest.felix.greeting.Greeting;

/** A component that greets; with the word {@code bad} it does not come up. */
public class Greeter implements Greeting {
    private static final AtomicInteger MADE = new AtomicInteger();
    private static final AtomicInteger LIVING = new AtomicInteger();

    private final int number = MADE.incrementAndGet();
    private volatile String version;
    private volatile String word;

    /** Takes its configuration. */
    public void activate(BundleContext context, Map<String, Object> configuration) {
        version = context.getBundle().getVersion().toString();
        change(configuration);
        LIVING.incrementAndGet();
    }

    /** Takes another configuration. */
    public void change(Map<String, Object> configuration) {
        String wanted = String.valueOf(configuration.getOrDefault("word", "hello"));
        if (wanted.equals("bad") && !version.equals("1.0.0")) {
            throw new IllegalStateException("'bad' is no word of " + version);
        }
        word = wanted;
    }

    /** Ends. */
    public void deactivate() {
        LIVING.decrementAndGet();
    }

    @Override
    public Greeted greet() {
        return new Greeted(version, word, number, LIVING.get());
    }
}
