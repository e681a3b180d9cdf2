package org.understudy.swap.engine;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.understudy.dispatch.Closed;
import org.understudy.swap.SlotSide;

/** The end of a run in good order: all slots and fronts stopped, and the journal closed with how far all bakes had come. */
final class Closing {
    private static final Logger LOG = LoggerFactory.getLogger(Closing.class);

    private final Backstage backstage;
    private final Troupe troupe;
    private final Guard guard;
    private final Bakes bakes;

    Closing(Backstage backstage, Troupe troupe, Guard guard, Bakes bakes) {
        this.backstage = backstage;
        this.troupe = troupe;
        this.guard = guard;
        this.bakes = bakes;
    }

    /** Takes everything off stage, and says so. */
    void perform() {
        for (ManagedResource resource : troupe.all()) {
            resource.front().close();
            guard.hold(resource, "the swap-manager is stopping");
            resource.routing().lead(new Closed("the swap-manager is stopped, and " + resource.name() + " with it"));
            for (SlotSide side : SlotSide.values()) {
                try {
                    resource.turn()
                            .await(resource.name(), "stop", backstage.settings().stopDeadline(), () -> {
                                if (resource.started(side).isPresent()) {
                                    backstage.slots().stop(resource, side);
                                }
                                return null;
                            });
                } catch (Refusal e) {
                    LOG.warn("slot {} could not be stopped: {}", resource.slot(side), e.getMessage());
                }
            }
        }
        endInGoodOrder();
    }

    /** Said last: what ends before this is said did not end in good order. */
    private void endInGoodOrder() {
        try {
            backstage.ledger().change(new Fact.Stopped(), bakes.asOfNow());
        } catch (Refusal e) {
            LOG.error("the journal does not say that the runtime ended in good order: {}", e.getMessage());
        }
    }
}
