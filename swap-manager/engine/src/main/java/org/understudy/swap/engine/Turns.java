package org.understudy.swap.engine;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;

/** Takes the turns of several resources, in the order of their names, so that two who do never wait for each other. */
final class Turns {
    private final Taking taking;

    private Turns(Taking taking) {
        this.taking = taking;
    }

    /** How the turn of one resource is taken. */
    private interface Taking {
        <T> T take(ManagedResource resource, Turn.Work<T> work) throws Refusal;
    }

    /**
     * For an operation that is refused where one of them is busy.
     *
     * @param taking told of each before its turn is taken
     */
    static Turns orRefused(String operation, Consumer<ManagedResource> taking) {
        return new Turns(new Taking() {
            @Override
            public <T> T take(ManagedResource resource, Turn.Work<T> work) throws Refusal {
                taking.accept(resource);
                return resource.turn().take(resource.name(), operation, work);
            }
        });
    }

    /** For an operation that waits until what goes on has ended. */
    static Turns patient(String operation, Duration patience) {
        return new Turns(new Taking() {
            @Override
            public <T> T take(ManagedResource resource, Turn.Work<T> work) throws Refusal {
                return resource.turn().await(resource.name(), operation, patience, work);
            }
        });
    }

    /** The same, for one that ends the waiting of others for calls to leave. */
    static Turns urgent(String operation, Duration patience, Consumer<ManagedResource> taking) {
        return new Turns(new Taking() {
            @Override
            public <T> T take(ManagedResource resource, Turn.Work<T> work) throws Refusal {
                taking.accept(resource);
                return resource.turn().takeOver(resource.name(), operation, patience, work);
            }
        });
    }

    /** Does the work in the turns of all of them. */
    <T> T take(List<ManagedResource> resources, Turn.Work<T> work) throws Refusal {
        List<ManagedResource> open = new ArrayList<>(resources);
        open.sort(Comparator.comparing(ManagedResource::name).reversed());
        return takeNext(open, work);
    }

    private <T> T takeNext(List<ManagedResource> open, Turn.Work<T> work) throws Refusal {
        if (open.isEmpty()) {
            return work.run();
        }
        return taking.take(open.remove(open.size() - 1), () -> takeNext(open, work));
    }
}
