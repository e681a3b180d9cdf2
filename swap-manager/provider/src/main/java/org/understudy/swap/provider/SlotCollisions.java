package org.understudy.swap.provider;

import java.util.Collection;
import org.osgi.framework.Bundle;
import org.osgi.framework.hooks.bundle.CollisionHook;

/**
 * Lets slots carry the same symbolic name and version as each other, which nobody else may: a slot that took the
 * place of a hung one holds what that one holds.
 */
final class SlotCollisions implements CollisionHook {
    private final ThreadLocal<Boolean> writing = ThreadLocal.withInitial(() -> false);

    /** Says that the current thread is writing a slot, or has done so. */
    void writing(boolean now) {
        writing.set(now);
    }

    @Override
    public void filterCollisions(int operationType, Bundle target, Collection<Bundle> candidates) {
        boolean ours = operationType == INSTALLING
                ? writing.get()
                : Role.at(target.getLocation())
                        .filter(Role.Slot.class::isInstance)
                        .isPresent();
        if (ours) {
            candidates.removeIf(other -> Role.at(other.getLocation())
                    .filter(Role.Slot.class::isInstance)
                    .isPresent());
        }
    }
}
