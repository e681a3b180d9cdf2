package org.understudy.newsroom.demo.check;

import java.util.EnumMap;
import java.util.Map;

/** The timelines of all parts. */
public final class Timelines {
    private final Map<Part, Timeline> byPart = new EnumMap<>(Part.class);

    /** Timelines on which nothing may answer yet. */
    public Timelines() {
        for (Part part : Part.values()) {
            byPart.put(part, new Timeline());
        }
    }

    /** The one of this part. */
    public Timeline of(Part part) {
        return byPart.get(part);
    }

    /** The epochs of now, by the ordinal of the part. */
    public Timeline.Epoch[] now() {
        Timeline.Epoch[] epochs = new Timeline.Epoch[Part.values().length];
        byPart.forEach((part, timeline) -> epochs[part.ordinal()] = timeline.now());
        return epochs;
    }
}
