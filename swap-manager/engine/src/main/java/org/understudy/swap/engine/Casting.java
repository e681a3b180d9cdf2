package org.understudy.swap.engine;

import java.util.List;

/**
 * Which service of a version plays which handle.
 *
 * @param targets by the index of the handle, what answers; {@code null} where this version has nothing for it
 * @param added handles that the resource does not have yet
 * @param lost handles for which this version has nothing
 */
record Casting(Object[] targets, List<Handle> added, List<Handle> lost) {
    Casting {
        targets = targets.clone();
        added = List.copyOf(added);
        lost = List.copyOf(lost);
    }

    @Override
    public Object[] targets() {
        return targets.clone();
    }
}
