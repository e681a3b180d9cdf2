package org.understudy.swap.provider;

import java.io.ByteArrayInputStream;
import java.lang.reflect.InvocationTargetException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.framework.wiring.BundleWire;
import org.osgi.framework.wiring.BundleWiring;
import org.understudy.dispatch.Part;
import org.understudy.dispatch.Pointer;
import org.understudy.dispatch.Surroundings;
import org.understudy.dispatch.Target;
import org.understudy.swap.engine.Refusal;
import org.understudy.swap.handles.HandleClass;

/** One bundle of a front: the handle classes for some sets of interfaces, and the bundle they live in. */
final class FrontPart {
    private final Role.Front role;
    private final Map<List<String>, HandleClass> classes;
    private final FrontJar jar;
    private final BundleContext context;
    private final BundleWriter writer;
    private final SlotRecords records;
    private final Roles roles;

    FrontPart(
            Role.Front role,
            Map<List<String>, HandleClass> classes,
            BundleContext context,
            BundleWriter writer,
            SlotRecords records,
            Roles roles) {
        this.role = role;
        this.classes = Map.copyOf(classes);
        List<Kind> kinds = classes.keySet().stream()
                .map(Kind::of)
                .flatMap(Optional::stream)
                .toList();
        this.jar = new FrontJar(
                role,
                List.copyOf(new TreeMap<>(byName(classes)).values()),
                kinds.isEmpty() ? Map.of() : WhiteboardClasses.all(),
                kinds.stream().flatMap(kind -> kind.packages().stream()).toList());
        this.context = context;
        this.writer = writer;
        this.records = records;
        this.roles = roles;
    }

    private static Map<String, HandleClass> byName(Map<List<String>, HandleClass> classes) {
        Map<String, HandleClass> named = new TreeMap<>();
        classes.values().forEach(handle -> named.put(handle.name(), handle));
        return named;
    }

    boolean has(List<String> interfaces) {
        return classes.containsKey(interfaces);
    }

    /** Has the bundle there, whole and started. */
    void stand() throws Refusal {
        Bundle bundle = context.getBundle(role.location());
        boolean whole = bundle != null
                && records.content(bundle).filter(jar.digest()::equals).isPresent();
        if (!whole) {
            bundle = writer.write(role.location(), jar.digest(), () -> new ByteArrayInputStream(jar.bytes()));
        }
        writer.resolve(bundle);
        roles.take(bundle);
        try {
            bundle.start(Bundle.START_TRANSIENT);
            if (bundle.getState() != Bundle.ACTIVE) {
                throw new Refusal("its front does not start: the framework is going down or below the start level of "
                        + bundle.getLocation());
            }
        } catch (BundleException e) {
            throw new Refusal("its front could not be started: " + Causes.of(e), e);
        } finally {
            roles.release(bundle);
        }
    }

    boolean stands() {
        Bundle bundle = context.getBundle(role.location());
        return bundle != null
                && bundle.getState() == Bundle.ACTIVE
                && records.content(bundle).filter(jar.digest()::equals).isPresent();
    }

    /** The bundle; it has a context only while it {@link #stands}. */
    Bundle bundle() {
        return context.getBundle(role.location());
    }

    void stop() {
        Bundle bundle = bundle();
        if (bundle != null && bundle.getState() == Bundle.ACTIVE) {
            roles.take(bundle);
            try {
                bundle.stop(Bundle.STOP_TRANSIENT);
            } catch (BundleException e) {
                throw new IllegalStateException("the front of " + role.resource() + " could not be stopped", e);
            } finally {
                roles.release(bundle);
            }
        }
    }

    /** A handle object of these interfaces. */
    Object handle(List<String> interfaces, Pointer pointer, Target target) {
        String name = classes.get(interfaces).name();
        try {
            return bundle().loadClass(name)
                    .getConstructor(Pointer.class, Target.class)
                    .newInstance(pointer, target);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a generated handle could not be made: " + name, e);
        }
    }

    /** A part of this class before a service object. */
    Part part(String type, Object service, Surroundings surroundings) throws Refusal {
        try {
            return (Part) bundle().loadClass(type)
                    .getConstructor(Object.class, Surroundings.class)
                    .newInstance(service, surroundings);
        } catch (InvocationTargetException e) {
            throw new Refusal(
                    "its service " + service.getClass().getName() + " is of another class space than its whiteboard: "
                            + Causes.of(e.getCause()),
                    e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(
                    "a class that every front of a whiteboard has could not be used: " + type, e);
        }
    }

    /**
     * Checks that slot and front see one and the same contract; else every call would be a ClassCastException.
     *
     * @throws Refusal if they are wired to different exporters, or a type of the contract is the slot's own
     */
    void checkClassSpace(Bundle slot) throws Refusal {
        for (String name : jar.imports()) {
            Optional<BundleRevision> seenBySlot = exporter(slot, name);
            Optional<BundleRevision> seenByFront = exporter(bundle(), name);
            if (seenBySlot.isEmpty() && slot.getEntry(name.replace('.', '/') + "/") != null) {
                throw new Refusal(
                        "package " + name
                                + " of its contract lies inside the bundle itself: move it into an API bundle that both versions import");
            }
            if (seenBySlot.isPresent() && !seenBySlot.equals(seenByFront)) {
                throw new Refusal("it gets package " + name + " from "
                        + seenBySlot.get().getBundle() + ", but its consumers get it from "
                        + seenByFront
                                .map(revision -> revision.getBundle().toString())
                                .orElse("nobody")
                        + ": make both import the same version");
            }
        }
    }

    private static Optional<BundleRevision> exporter(Bundle bundle, String name) {
        BundleWiring wiring = bundle.adapt(BundleWiring.class);
        if (wiring == null) {
            return Optional.empty();
        }
        return wiring.getRequiredWires(BundleRevision.PACKAGE_NAMESPACE).stream()
                .filter(wire -> name.equals(wire.getCapability().getAttributes().get(BundleRevision.PACKAGE_NAMESPACE)))
                .map(BundleWire::getProvider)
                .findFirst();
    }
}
