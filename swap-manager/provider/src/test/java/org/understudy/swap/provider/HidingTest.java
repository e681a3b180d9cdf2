package org.understudy.swap.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.wiring.BundleWiring;
import org.osgi.service.condition.Condition;
import org.understudy.resource.DataFolder;
import org.understudy.resource.OnStage;

class HidingTest {
    private static final BundleWiring WIRING =
            Fake.of(BundleWiring.class, Map.of("getClassLoader", none -> HidingTest.class.getClassLoader()));

    private final Bundle manager = bundle(1, "manager");
    private final Bundle slot = bundle(2, "understudy:slot/theme/A");
    private final Bundle otherSlot = bundle(3, "understudy:slot/theme/B");
    private final Bundle consumer = bundle(4, "consumer");
    private final Bundle[] bundles = {manager, slot, otherSlot, consumer};
    private final Roles roles = new Roles(context(manager));
    private final Hiding hiding = new Hiding(roles, new Originals(context(manager)), context(manager));

    private final ServiceReference<?> byInterface = service(slot, Runnable.class, Map.of());
    private final ServiceReference<?> byClass = service(slot, ArrayList.class, Map.of());

    @Test
    void aSlotsServicesAreSeenByTheSlotAndTheManagerAlone() {
        assertEquals(List.of(byInterface, byClass), seenBy(slot, byInterface, byClass));
        assertEquals(List.of(byInterface, byClass), seenBy(manager, byInterface, byClass));
        assertEquals(List.of(), seenBy(otherSlot, byInterface, byClass));
        assertEquals(List.of(), seenBy(consumer, byInterface, byClass));
    }

    @Test
    void aSlotThatIsShownShowsWhatNoHandleCanStandBeforeAndNothingElse() {
        roles.show(slot, true);
        assertEquals(List.of(byClass), seenBy(consumer, byInterface, byClass));

        roles.show(slot, false);
        assertEquals(List.of(), seenBy(consumer, byInterface, byClass));
    }

    @Test
    void aConditionIsSeenByTheBundleThatItIsMeantFor() {
        ServiceReference<?> condition = service(
                manager,
                Condition.class,
                Map.of(Condition.CONDITION_ID, OnStage.CONDITION, "understudy.bundle", slot.getBundleId()));

        assertEquals(List.of(condition), seenBy(slot, condition));
        assertEquals(List.of(), seenBy(otherSlot, condition));
        assertEquals(List.of(), seenBy(consumer, condition));
    }

    @Test
    void aSlotBelievesNobodyButTheManager() {
        ServiceReference<?> condition =
                service(consumer, Condition.class, Map.of(Condition.CONDITION_ID, OnStage.CONDITION));
        ServiceReference<?> folder = service(consumer, DataFolder.class, Map.of());

        assertEquals(List.of(), seenBy(slot, condition, folder));
        assertEquals(List.of(condition, folder), seenBy(consumer, condition, folder));
    }

    @Test
    void otherConditionsAreSeenByEverybody() {
        ServiceReference<?> condition = service(manager, Condition.class, Map.of(Condition.CONDITION_ID, "true"));

        assertEquals(List.of(condition), seenBy(slot, condition));
        assertEquals(List.of(condition), seenBy(consumer, condition));
    }

    @Test
    void theDataFolderIsSeenBySlotsAlone() {
        ServiceReference<?> folder = service(manager, DataFolder.class, Map.of());

        assertEquals(List.of(folder), seenBy(slot, folder));
        assertEquals(List.of(folder), seenBy(otherSlot, folder));
        assertEquals(List.of(), seenBy(consumer, folder));
    }

    private List<ServiceReference<?>> seenBy(Bundle asker, ServiceReference<?>... references) {
        List<ServiceReference<?>> found = new ArrayList<>(List.of(references));
        hiding.find(context(asker), null, null, true, found);
        return found;
    }

    private BundleContext context(Bundle bundle) {
        return Fake.of(
                BundleContext.class,
                Map.of(
                        "getBundle", none -> bundle,
                        "getBundles", none -> bundles,
                        "createFilter", filter -> FrameworkUtil.createFilter((String) filter[0]),
                        "addServiceListener", listener -> null,
                        "getServiceReferences", none -> null));
    }

    private static Bundle bundle(long id, String location) {
        return Fake.of(
                Bundle.class,
                Map.of("getBundleId", none -> id, "getLocation", none -> location, "adapt", type -> WIRING));
    }

    private static ServiceReference<?> service(Bundle owner, Class<?> type, Map<String, Object> properties) {
        return Fake.of(
                ServiceReference.class,
                Map.of(
                        "getBundle",
                        none -> owner,
                        "getProperty",
                        key -> key[0].equals(Constants.OBJECTCLASS)
                                ? new String[] {type.getName()}
                                : properties.get((String) key[0])));
    }
}
