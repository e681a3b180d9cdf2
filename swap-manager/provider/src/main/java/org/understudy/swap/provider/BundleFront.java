package org.understudy.swap.provider;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;
import org.osgi.framework.namespace.PackageNamespace;
import org.osgi.framework.wiring.BundleWiring;
import org.understudy.dispatch.Generation;
import org.understudy.dispatch.Outstanding;
import org.understudy.dispatch.Pointer;
import org.understudy.dispatch.ScopedTarget;
import org.understudy.dispatch.SharedTarget;
import org.understudy.swap.engine.EscapeReport;
import org.understudy.swap.engine.Front;
import org.understudy.swap.engine.Handle;
import org.understudy.swap.engine.Offer;
import org.understudy.swap.engine.Refusal;
import org.understudy.swap.engine.ServiceShape;
import org.understudy.swap.engine.SlotId;
import org.understudy.swap.handles.HandleClass;
import org.understudy.swap.handles.HandleGenerator;
import org.understudy.swap.handles.UnfrontableException;

/**
 * The front of a resource as bundles: one for the contract of its first version, a further one each time the contract
 * grows, so that what consumers hold is never touched.
 */
final class BundleFront implements Front {
    private static final String DENIED = "denied";

    private final String resource;
    private final Pointer pointer;
    private final Function<SlotId, Bundle> slots;
    private final BiFunction<Role.Front, Map<List<String>, HandleClass>, FrontPart> parter;
    private final List<FrontPart> parts = new CopyOnWriteArrayList<>();
    private final Map<Integer, Shown> shown = new ConcurrentHashMap<>();
    private final Parts before;
    private final Claims claims;
    private final Set<ScopedTarget> owners = ConcurrentHashMap.newKeySet();

    private record Shown(Handle handle, ServiceRegistration<?> registration) {
        boolean stands() {
            try {
                return registration.getReference().getBundle() != null;
            } catch (IllegalStateException e) {
                return false; // the specification's way to say that it is unregistered
            }
        }
    }

    BundleFront(
            String resource,
            Pointer pointer,
            EscapeReport escapes,
            Function<SlotId, Bundle> slots,
            BiFunction<Role.Front, Map<List<String>, HandleClass>, FrontPart> parter,
            Claims claims) {
        this.claims = claims;
        this.resource = resource;
        this.pointer = pointer;
        this.slots = slots;
        this.parter = parter;
        this.before = new Parts(escapes);
    }

    @Override
    public String classNamePrefix() {
        return "org.understudy.front." + resource.replace('-', '_') + ".";
    }

    @Override
    public void prepare(SlotId slot, Collection<Handle> handles) throws Refusal {
        Bundle bundle = slots.apply(slot);
        Map<List<String>, HandleClass> missing = new LinkedHashMap<>();
        int part = parts.size() + 1;
        for (Handle handle : byInterfaces(handles)) {
            claims.check(resource, handle);
            List<String> interfaces = handle.shape().interfaces();
            if (!missing.containsKey(interfaces) && parts.stream().noneMatch(known -> known.has(interfaces))) {
                missing.put(interfaces, generate(part, missing.size() + 1, interfaces, bundle));
            }
        }
        if (!missing.isEmpty()) {
            FrontPart next = parter.apply(new Role.Front(resource, part), missing);
            next.stand();
            next.checkClassSpace(bundle);
            parts.add(next);
        }
        for (FrontPart known : parts) {
            known.checkClassSpace(bundle);
        }
    }

    private static List<Handle> byInterfaces(Collection<Handle> handles) {
        List<Handle> sorted = new ArrayList<>(handles);
        sorted.sort(Comparator.comparing(handle -> handle.shape().interfaces().toString()));
        return sorted;
    }

    private HandleClass generate(int part, int number, List<String> interfaces, Bundle slot) throws Refusal {
        Optional<Kind> kind = Kind.of(interfaces);
        Optional<String> written = kind.flatMap(Kind::handle);
        if (written.isPresent()) {
            byte[] bytes = WhiteboardClasses.all().get(written.get());
            return new HandleClass(
                    written.get(), bytes, new TreeSet<>(kind.get().packages()));
        }
        List<Class<?>> types = new ArrayList<>();
        for (String name : interfaces) {
            types.add(kind.isPresent() ? exported(name, slot) : visible(name, slot));
        }
        try {
            return HandleGenerator.generate(classNamePrefix() + "Handle" + part + "_" + number, types);
        } catch (UnfrontableException e) {
            throw new Refusal(
                    "its service " + String.join(", ", interfaces) + " cannot be routed: " + e.getMessage(), e);
        }
    }

    private static Class<?> visible(String name, Bundle slot) throws Refusal {
        try {
            return slot.loadClass(name);
        } catch (ClassNotFoundException e) {
            throw new Refusal(
                    "it registers a service under " + name + ", a type it cannot see itself: import its package", e);
        }
    }

    /** A whiteboard's type need not be seen by its service: a command is any object. */
    private static Class<?> exported(String name, Bundle slot) throws Refusal {
        try {
            return slot.loadClass(name);
        } catch (ClassNotFoundException e) {
            String of = name.substring(0, name.lastIndexOf('.'));
            for (Bundle bundle : FrameworkUtil.getBundle(BundleFront.class)
                    .getBundleContext()
                    .getBundles()) {
                if (exports(bundle, of)) {
                    return visible(name, bundle);
                }
            }
            throw new Refusal("nobody exports " + of + ", which its whiteboard needs: install that first", e);
        }
    }

    private static boolean exports(Bundle bundle, String name) {
        BundleWiring wiring = bundle.adapt(BundleWiring.class);
        return wiring != null
                && wiring.getCapabilities(PackageNamespace.PACKAGE_NAMESPACE).stream()
                        .anyMatch(capability ->
                                name.equals(capability.getAttributes().get(PackageNamespace.PACKAGE_NAMESPACE)));
    }

    @Override
    public void publish(Collection<Handle> handles) {
        for (Handle handle : handles) {
            shown.put(handle.index(), show(handle));
        }
    }

    private Shown show(Handle handle) {
        ServiceShape shape = handle.shape();
        FrontPart part = part(handle);
        Object service =
                switch (shape.scope()) {
                    case SINGLETON -> part.handle(shape.interfaces(), pointer, new SharedTarget(handle.index()));
                    case BUNDLE -> new BundleScopedFactory(factory(handle, part));
                    case PROTOTYPE -> factory(handle, part);
                };
        return new Shown(
                handle,
                part.bundle()
                        .getBundleContext()
                        .registerService(shape.interfaces().toArray(String[]::new), service, properties(shape)));
    }

    private static Dictionary<String, Object> properties(ServiceShape shape) {
        return new Hashtable<>(shape.properties());
    }

    private HandleFactory factory(Handle handle, FrontPart part) {
        List<String> interfaces = handle.shape().interfaces();
        return new HandleFactory(
                handle.index(), target -> part.handle(interfaces, pointer, target), owners::add, this::givenBack);
    }

    private void givenBack(ScopedTarget target) {
        owners.remove(target);
        if (pointer.route() instanceof Generation generation) {
            generation.release(target);
        }
    }

    private FrontPart part(Handle handle) {
        return parts.stream()
                .filter(part -> part.has(handle.shape().interfaces()))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public void withdraw(Collection<Handle> handles) {
        for (Handle handle : handles) {
            Shown was = shown.remove(handle.index());
            if (was != null && was.stands()) {
                was.registration().unregister();
            }
        }
    }

    @Override
    public void mirror(Collection<Handle> handles) {
        for (Handle handle : handles) {
            shown.computeIfPresent(handle.index(), (index, was) -> {
                if (was.stands()) {
                    was.registration().setProperties(properties(handle.shape()));
                }
                return new Shown(handle, was.registration());
            });
        }
    }

    @Override
    public Object cast(Handle handle, Offer.Service service, Outstanding outstanding, Duration deadline)
            throws Refusal {
        Bundle slot = OfferCollector.reference(service).getBundle();
        return before.cast(handle, service, part(handle), slot, outstanding, deadline);
    }

    @Override
    public void dismiss(Offer offer, Duration deadline) throws Refusal {
        before.dismiss(offer, deadline);
    }

    @Override
    public void forgive() {
        before.review();
        for (Shown handle : shown.values()) {
            if (handle.stands() && memories(handle.handle()).anyMatch(memory -> memory.compareAndSet(DENIED, null))) {
                handle.registration().setProperties(properties(handle.handle().shape()));
            }
        }
    }

    private Stream<AtomicReference<Object>> memories(Handle handle) {
        return Stream.concat(
                Stream.of(before.memory(handle)),
                owners.stream()
                        .filter(owner -> owner.index() == handle.index())
                        .map(owner -> ((HandleOwner) owner.consumer()).memory()));
    }

    @Override
    public Collection<ScopedTarget> owners() {
        return List.copyOf(owners);
    }

    @Override
    public boolean stands() {
        return parts.stream().allMatch(FrontPart::stands)
                && shown.values().stream().allMatch(Shown::stands);
    }

    @Override
    public void restore() throws Refusal {
        for (FrontPart part : parts) {
            part.stand();
        }
        shown.replaceAll((index, was) -> was.stands() ? was : show(was.handle()));
    }

    @Override
    public void close() {
        withdraw(shown.values().stream().map(Shown::handle).toList());
        parts.forEach(FrontPart::stop);
    }
}
