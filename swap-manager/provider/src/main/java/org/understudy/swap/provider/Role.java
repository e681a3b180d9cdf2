package org.understudy.swap.provider;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.understudy.swap.SlotSide;
import org.understudy.swap.engine.SlotId;

/**
 * What a bundle is to the swap-manager, told by its location alone, so that it is known before the bundle does
 * anything.
 */
sealed interface Role {
    Pattern SLOT = Pattern.compile("understudy:slot/([a-z0-9-]+)/([AB])(?:\\.(\\d+))?");
    Pattern FRONT = Pattern.compile("understudy:front/([a-z0-9-]+)/(\\d+)");

    /** The resource it belongs to. */
    String resource();

    /**
     * The bundle of a slot.
     *
     * @param slot the slot
     * @param edition 0 for the first bundle of the slot, one more for each that took the place of a hung one
     */
    record Slot(SlotId slot, int edition) implements Role {
        @Override
        public String resource() {
            return slot.resource();
        }

        String location() {
            return "understudy:slot/" + slot.resource() + "/" + slot.side() + (edition == 0 ? "" : "." + edition);
        }
    }

    /**
     * One of the bundles that make up a front.
     *
     * @param resource the resource
     * @param part its number
     */
    record Front(String resource, int part) implements Role {
        String location() {
            return "understudy:front/" + resource + "/" + part;
        }
    }

    /** The role of a bundle at this location, if it has one. */
    static Optional<Role> at(String location) {
        if (!location.startsWith("understudy:")) {
            return Optional.empty();
        }
        Matcher slot = SLOT.matcher(location);
        if (slot.matches()) {
            SlotId id = new SlotId(slot.group(1), SlotSide.valueOf(slot.group(2)));
            return Optional.of(new Slot(id, slot.group(3) == null ? 0 : Integer.parseInt(slot.group(3))));
        }
        Matcher front = FRONT.matcher(location);
        return front.matches()
                ? Optional.of(new Front(front.group(1), Integer.parseInt(front.group(2))))
                : Optional.empty();
    }
}
