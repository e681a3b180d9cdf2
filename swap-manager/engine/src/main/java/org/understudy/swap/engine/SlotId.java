package org.understudy.swap.engine;

import org.understudy.swap.SlotSide;

/**
 * Names one slot.
 *
 * @param resource the resource
 * @param side which of its two
 */
public record SlotId(String resource, SlotSide side) {
    @Override
    public String toString() {
        return resource + "/" + side;
    }
}
