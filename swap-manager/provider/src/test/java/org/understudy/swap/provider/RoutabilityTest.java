package org.understudy.swap.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.wiring.BundleWiring;

class RoutabilityTest {
    private static final BundleWiring WIRING =
            Fake.of(BundleWiring.class, Map.of("getClassLoader", none -> RoutabilityTest.class.getClassLoader()));

    @Test
    void interfacesCanBeRouted() {
        assertEquals(Optional.empty(), obstacle("java.lang.Runnable", "java.util.List"));
    }

    @Test
    void aClassAmongThemCannotAndIsNamed() {
        String reason = obstacle("java.lang.Runnable", "java.util.ArrayList").orElseThrow();

        assertTrue(reason.contains("the class java.util.ArrayList"), reason);
    }

    @Test
    void aClassThatOffersCommandsCanBeRouted() {
        Map<String, Object> commands = Map.of("osgi.command.scope", "news", "osgi.command.function", "desk");
        Bundle owner = Fake.of(Bundle.class, Map.of("adapt", type -> WIRING));

        assertEquals(Optional.empty(), Routability.obstacle(reference(commands, owner, "java.util.ArrayList")));
    }

    @Test
    void whatIsToldOfBeginningsAndEndsAndFilesOfItsOwnBundleCannotBeRouted() {
        assertTrue(obstacle("jakarta.servlet.ServletContextListener").isPresent());
        Map<String, Object> files = Map.of("osgi.http.whiteboard.resource.pattern", "/files/*");
        Bundle owner = Fake.of(Bundle.class, Map.of("adapt", type -> WIRING));

        assertTrue(Routability.obstacle(reference(files, owner, "java.lang.Runnable"))
                .isPresent());
    }

    @Test
    void whatItsBundleCannotLoadIsLeftForTheFrontToRefuse() {
        assertEquals(Optional.empty(), obstacle("org.nobody.Has"));
    }

    @Test
    void aServiceThatIsGoneOrGoingHasNoObstacle() {
        assertEquals(Optional.empty(), Routability.obstacle(reference(null, "java.util.ArrayList")));
        Bundle stopped = Fake.of(Bundle.class, Map.of("adapt", type -> null));
        assertEquals(Optional.empty(), Routability.obstacle(reference(stopped, "java.util.ArrayList")));
    }

    private static Optional<String> obstacle(String... types) {
        return Routability.obstacle(reference(Fake.of(Bundle.class, Map.of("adapt", type -> WIRING)), types));
    }

    private static ServiceReference<?> reference(Bundle owner, String... types) {
        return reference(Map.of(), owner, types);
    }

    private static ServiceReference<?> reference(Map<String, Object> properties, Bundle owner, String... types) {
        return Fake.of(
                ServiceReference.class,
                Map.of(
                        "getBundle",
                        none -> owner,
                        "getProperty",
                        key -> key[0].equals(Constants.OBJECTCLASS) ? types : properties.get(key[0])));
    }
}
