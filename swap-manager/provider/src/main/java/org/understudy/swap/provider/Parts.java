package org.understudy.swap.provider;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.osgi.framework.Bundle;
import org.understudy.dispatch.Instances;
import org.understudy.dispatch.Outstanding;
import org.understudy.dispatch.Part;
import org.understudy.dispatch.Uses;
import org.understudy.swap.engine.EscapeReport;
import org.understudy.swap.engine.Handle;
import org.understudy.swap.engine.Offer;
import org.understudy.swap.engine.Refusal;
import org.understudy.swap.engine.ServiceShape;

/** What stands before the whiteboard services of one resource. Used by one thread at a time. */
final class Parts {
    private static final String FUNCTION = "osgi.command.function";

    private final EscapeReport escapes;
    private final Map<Integer, AtomicReference<Object>> memories = new ConcurrentHashMap<>();
    private final Map<Object, Uses> uses = new ConcurrentHashMap<>();
    private final Map<Player, Part> shared = new ConcurrentHashMap<>();

    /** A service that plays a handle. */
    private record Player(int handle, Object source) {}

    Parts(EscapeReport escapes) {
        this.escapes = escapes;
    }

    /** What the handle's whiteboard has given it, whatever generation it was given in. */
    AtomicReference<Object> memory(Handle handle) {
        return memories.computeIfAbsent(
                handle.index(),
                index -> new AtomicReference<>(handle.shape().properties().get(FUNCTION)));
    }

    /**
     * What stands behind the handle: the service's own object, or a part before it that has begun.
     *
     * @throws Refusal if the service does not begin
     */
    Object cast(
            Handle handle,
            Offer.Service service,
            FrontPart front,
            Bundle slot,
            Outstanding outstanding,
            Duration deadline)
            throws Refusal {
        Optional<String> type = Kind.of(handle.shape().interfaces()).flatMap(Kind::part);
        Object target = service.target(handle.shape().scope());
        if (type.isEmpty()) {
            return target;
        }
        PartMaker maker = (object, uses, memory) ->
                front.part(type.get(), object, new SlotSurroundings(slot, outstanding, uses, memory, escapes));
        String begin = "the init of " + handle.shape().label();
        if (handle.shape().scope() != ServiceShape.Scope.SINGLETON) {
            return new PartInstances((Instances) target, maker, begin, deadline);
        }
        Player role = new Player(handle.index(), service.source());
        Part part = shared.get(role);
        if (part == null) {
            part = maker.make(target, uses.computeIfAbsent(service.source(), source -> new Uses()), memory(handle));
        }
        begin(part, begin, deadline); // anew, if its whiteboard was replaced while it was off stage
        shared.put(role, part);
        return part;
    }

    /** Makes a part before a service object. */
    interface PartMaker {
        Part make(Object service, Uses uses, AtomicReference<Object> memory) throws Refusal;
    }

    static void begin(Part part, String what, Duration deadline) throws Refusal {
        Worker.run(what, deadline, () -> {
            part.begin();
            return null;
        });
    }

    /** Has all parts note what is held against their handles. */
    void review() {
        shared.values().forEach(Part::review);
    }

    /** Ends the parts before the services of an offer. */
    void dismiss(Offer offer, Duration deadline) throws Refusal {
        for (Offer.Service service : offer.services()) {
            for (Map.Entry<Player, Part> entry : shared.entrySet()) {
                if (entry.getKey().source().equals(service.source()) && shared.remove(entry.getKey()) != null) {
                    Worker.run("the destroy of " + service.shape().label(), deadline, () -> {
                        entry.getValue().end();
                        return null;
                    });
                }
            }
            uses.remove(service.source());
        }
    }
}
