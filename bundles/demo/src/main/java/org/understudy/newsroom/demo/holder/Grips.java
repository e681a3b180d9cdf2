package org.understudy.newsroom.demo.holder;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.osgi.framework.BundleContext;
import org.understudy.newsroom.demo.check.Part;

/** Every part held in every way, for one thread. */
public final class Grips implements AutoCloseable {
    private final Grip[][] grips = new Grip[Kind.values().length][Part.values().length];

    /** Takes hold of everything. */
    public Grips(BundleContext context) {
        this((kind, part) -> kind.open(context, part));
    }

    /** Holds what is opened for each kind and part. */
    public Grips(BiFunction<Kind, Part, Grip> opening) {
        for (Kind kind : Kind.values()) {
            for (Part part : Part.SERVICES) {
                grips[kind.ordinal()][part.ordinal()] = opening.apply(kind, part);
            }
        }
    }

    /** One of them. */
    public Grip of(Kind kind, Part part) {
        return grips[kind.ordinal()][part.ordinal()];
    }

    /** Which of them hold nothing now, in words. */
    public List<String> empty() {
        List<String> empty = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            for (Part part : Part.SERVICES) {
                Grip grip = of(kind, part);
                if (grip.take() == null) {
                    empty.add(kind.label() + " of " + part.resource());
                }
                grip.release();
            }
        }
        return empty;
    }

    @Override
    public void close() {
        for (Grip[] row : grips) {
            for (Part part : Part.SERVICES) {
                row[part.ordinal()].close();
            }
        }
    }
}
