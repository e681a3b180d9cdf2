package org.understudy.itest.felix.part;

import java.util.Hashtable;
import java.util.Map;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.osgi.framework.BundleContext;
import org.understudy.resource.Health;

/** Activators of bundles that greet and tell how they are: as the system property {@link #STATE} and their version says. */
public final class Tended {
    /** What the name of the system property begins with; the version follows. */
    public static final String STATE = "itest.health.";

    private Tended() {}

    private static String state(String version) {
        return System.getProperty(STATE + version, "OK");
    }

    /** By a check of the Felix Health Check API. */
    public static final class ByFelix extends Offering.Good {
        @Override
        public void start(BundleContext context) throws Exception {
            super.start(context);
            String version = context.getBundle().getVersion().toString();
            HealthCheck check = () -> new Result(Result.Status.valueOf(state(version)), "the kettle is cold");
            context.registerService(HealthCheck.class, check, new Hashtable<>(Map.of(HealthCheck.NAME, "kettle")));
        }
    }

    /** By our own. */
    public static final class ByOwn extends Offering.Good {
        @Override
        public void start(BundleContext context) throws Exception {
            super.start(context);
            String version = context.getBundle().getVersion().toString();
            org.understudy.resource.HealthCheck check =
                    () -> state(version).equals("OK") ? Health.ok("") : Health.fail("the kettle is cold");
            context.registerService(
                    org.understudy.resource.HealthCheck.class,
                    check,
                    new Hashtable<>(Map.of(org.understudy.resource.HealthCheck.NAME, "kettle")));
        }
    }
}
