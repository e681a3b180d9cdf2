package org.understudy.swap.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
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
        return Fake.of(ServiceReference.class, Map.of("getBundle", none -> owner, "getProperty", key -> types));
    }
}
