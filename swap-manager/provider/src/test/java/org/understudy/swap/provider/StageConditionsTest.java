package org.understudy.swap.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.understudy.swap.SlotSide;
import org.understudy.swap.engine.SlotId;

class StageConditionsTest {
    private static final SlotId SLOT = new SlotId("theme", SlotSide.A);
    private static final Bundle BUNDLE = bundle(7);

    private final List<String> log = new CopyOnWriteArrayList<>();
    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch answer = new CountDownLatch(1);
    private volatile boolean slow;
    private final StageConditions stage = new StageConditions(registry());

    @Test
    void aSlotIsToldOnceThatItEntersAndOnceThatItLeaves() {
        stage.enter(SLOT, BUNDLE);
        stage.enter(SLOT, BUNDLE);
        assertTrue(stage.onStage(SLOT));

        stage.leave(SLOT);
        stage.leave(SLOT);

        assertFalse(stage.onStage(SLOT));
        assertEquals(List.of("registered", "withdrawn"), log);
    }

    @Test
    void aBundleThatTookThePlaceOfAnotherIsToldForItself() {
        stage.enter(SLOT, BUNDLE);

        stage.enter(SLOT, bundle(8));

        assertEquals(List.of("registered", "withdrawn", "registered"), log);
    }

    /** Hunts the condition that stays for ever because its slot left while it still hung in what it did on entering. */
    @Test
    @Timeout(20)
    void aConditionWhoseSlotLeftBeforeItCameIsWithdrawnWhenItComes() throws InterruptedException {
        slow = true;
        Thread entering = new Thread(() -> stage.enter(SLOT, BUNDLE));
        entering.start();
        asked.await();

        stage.leave(SLOT);
        assertEquals(List.of(), log);
        answer.countDown();
        entering.join();

        assertEquals(List.of("registered", "withdrawn"), log);
        assertFalse(stage.onStage(SLOT));
    }

    @Test
    void whoeverAsksForTheConditionIsKnownByHisTarget() {
        assertTrue(StageConditions.selectedBy("(osgi.condition.id=understudy.active)"));
        assertTrue(StageConditions.selectedBy("(|(osgi.condition.id=other)(osgi.condition.id=understudy.active))"));
        assertFalse(StageConditions.selectedBy("(osgi.condition.id=true)"));
        assertFalse(StageConditions.selectedBy("(&(osgi.condition.id=understudy.active)(weather=fair))"));
        assertFalse(StageConditions.selectedBy("(osgi.condition.id=understudy.active"));
        assertFalse(StageConditions.selectedBy(null));
    }

    private BundleContext registry() {
        return Fake.of(BundleContext.class, Map.of("registerService", service -> {
            if (slow) {
                asked.countDown();
                answer.await();
            }
            log.add("registered");
            return Fake.of(ServiceRegistration.class, Map.of("unregister", none -> {
                log.add("withdrawn");
                return null;
            }));
        }));
    }

    private static Bundle bundle(long id) {
        return Fake.of(Bundle.class, Map.of("getBundleId", none -> id));
    }
}
