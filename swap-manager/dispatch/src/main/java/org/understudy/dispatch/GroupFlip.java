package org.understudy.dispatch;

import java.util.ArrayList;
import java.util.List;

/** Points several resources elsewhere. */
public final class GroupFlip {
    private GroupFlip() {}

    /** Publishes each, and returns where they pointed before. */
    public static List<Route> publish(List<Pointer> pointers, List<Generation> next) {
        List<Route> before = new ArrayList<>();
        for (int i = 0; i < pointers.size(); i++) {
            before.add(pointers.get(i).publish(next.get(i)));
        }
        return before;
    }
}
