package org.understudy.itest.felix;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.rules.TestRule;
import org.junit.runner.Description;
import org.junit.runners.model.Statement;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;

/**
 * Fails a test that leaves other bundles, services or threads behind than it found. What a slot holds may differ, and a
 * second slot or a new resource may have come, since that is what swaps are for; nothing else.
 */
final class LeftAsFound implements TestRule {
    private static final String FRONT = "bundle understudy:front/";

    private final Supplier<BundleContext> context;

    LeftAsFound(Supplier<BundleContext> context) {
        this.context = context;
    }

    @Override
    public Statement apply(Statement test, Description description) {
        return new Statement() {
            @Override
            public void evaluate() throws Throwable {
                Map<String, String> before = everything();
                before.keySet().removeIf(what -> what.startsWith("thread ")); // whoever is still at work there may end
                test.evaluate();
                Await.until(
                        () -> "the framework is as it was found; " + difference(before, remaining(before)),
                        () -> before.equals(remaining(before)));
            }
        };
    }

    private Map<String, String> remaining(Map<String, String> before) {
        Map<String, String> after = everything();
        after.keySet().removeIf(what -> what.startsWith(FRONT) && !before.containsKey(what));
        return after;
    }

    private static String difference(Map<String, String> before, Map<String, String> after) {
        Map<String, String> gone = new TreeMap<>(before);
        gone.entrySet().removeAll(after.entrySet());
        Map<String, String> come = new TreeMap<>(after);
        come.entrySet().removeAll(before.entrySet());
        return "gone " + gone + ", come " + come;
    }

    private Map<String, String> everything() {
        Map<String, String> found = new TreeMap<>();
        for (Bundle bundle : context.get().getBundles()) {
            if (!bundle.getLocation().startsWith("understudy:slot/")) {
                found.put(
                        "bundle " + bundle.getLocation(),
                        "state " + bundle.getState() + ", version " + bundle.getVersion() + ", services "
                                + services(bundle));
            }
        }
        Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> name.startsWith("understudy: ") || name.startsWith(Caller.THREAD))
                .filter(name -> !name.equals("understudy: housekeeping"))
                .filter(name -> !name.equals("understudy: monitor"))
                .filter(name -> !name.equals("understudy: predictor"))
                .forEach(name -> found.put("thread " + name, "alive"));
        return found;
    }

    private static Map<String, Long> services(Bundle bundle) {
        ServiceReference<?>[] registered = bundle.getRegisteredServices();
        return registered == null
                ? Map.of()
                : Arrays.stream(registered)
                        .map(reference -> Arrays.toString((String[]) reference.getProperty(Constants.OBJECTCLASS)))
                        .filter(types -> !types.contains("SlotMarker")) // one for each slot that holds something
                        .filter(types -> !types.contains("Condition")) // one for each resource that is on stage
                        .filter(types -> !types.contains("ManagedService")) // SCR's, from the first configuration on
                        .filter(types -> !types.contains("ProbeInvoker")) // the tests themselves, which come one by one
                        .collect(Collectors.groupingBy(types -> types, TreeMap::new, Collectors.counting()));
    }
}
