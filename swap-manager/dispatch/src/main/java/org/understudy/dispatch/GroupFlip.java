package org.understudy.dispatch;

import java.util.ArrayList;
import java.util.List;

/** TEMP. */
public final class GroupFlip {
    private GroupFlip() {}

    /** TEMP. */
    public static List<Route> publish(List<Pointer> pointers, List<Generation> next) {
        List<Route> before = new ArrayList<>();
        for (int i = 0; i < pointers.size(); i++) {
            before.add(pointers.get(i).publish(next.get(i)));
        }
        return before;
    }
}
