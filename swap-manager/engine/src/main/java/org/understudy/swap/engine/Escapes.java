package org.understudy.swap.engine;

import java.lang.ref.WeakReference;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.understudy.dispatch.EscapeWatch;
import org.understudy.dispatch.Exit;
import org.understudy.swap.EscapeStatus;

/**
 * Knows what objects of the resources' own classes have got out. Each way out is told once per class and started
 * version, and forgotten when that version is collected: then nothing of it can be held any more. Keeps neither objects
 * nor class loaders alive. Safe for use by many threads.
 */
final class Escapes {
    private static final Logger LOG = LoggerFactory.getLogger(Escapes.class);
    private static final int MOST = 1_000; // names of session attributes can be made up without end
    private static final StackWalker STACK = StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE);
    private static final Comparator<EscapeStatus> ORDER = Comparator.comparing(EscapeStatus::resource)
            .thenComparing(EscapeStatus::version)
            .thenComparing(EscapeStatus::through)
            .thenComparing(EscapeStatus::type);

    private final GenerationWatch watch;
    private final Function<Class<?>, String> bundleOf;
    private final Map<Key, Escape> known = new ConcurrentHashMap<>();

    private record Key(GenerationWatch.Entry owner, String through, String type) {}

    /** The object is the first that was seen, or a later one once that was collected. */
    private record Escape(String holder, WeakReference<Object> object) {}

    /**
     * Knows of none yet.
     *
     * @param watch knows whose a class loader is
     * @param bundleOf what messages call the bundle that a class belongs to
     */
    Escapes(GenerationWatch watch, Function<Class<?>, String> bundleOf) {
        this.watch = watch;
        this.bundleOf = bundleOf;
    }

    /** Looks at what the handles of a resource return. */
    EscapeWatch watch(String resource) {
        return (from, through, result) -> {
            GenerationWatch.Entry owner = owner(resource, result);
            if (owner != null) {
                note(owner, through, result, this::holderOfResult);
            }
        };
    }

    /** Where the other ways out of a resource are told. */
    EscapeReport report(String resource) {
        return (through, escaped, caller) -> {
            GenerationWatch.Entry owner = owner(resource, escaped);
            if (owner != null) {
                note(owner, through, escaped, () -> bundleOf.apply(caller));
            }
        };
    }

    /** All that are known, in the order of resource, version and way out. */
    List<EscapeStatus> all() {
        forgetCollected();
        return known.entrySet().stream()
                .map(entry -> status(entry.getKey(), entry.getValue()))
                .sorted(ORDER)
                .toList();
    }

    private static EscapeStatus status(Key key, Escape escape) {
        return new EscapeStatus(
                key.owner.resource(),
                key.owner.version(),
                key.through,
                key.type,
                escape.holder,
                !escape.object.refersTo(null));
    }

    /** The started version that an object's class belongs to; {@code null} where the class is not the resource's own. */
    private GenerationWatch.Entry owner(String resource, Object object) {
        ClassLoader loader = object.getClass().getClassLoader();
        return loader == null
                ? null
                : watch.find(loader)
                        .filter(entry -> entry.resource().equals(resource))
                        .orElse(null);
    }

    private void note(GenerationWatch.Entry owner, String through, Object object, Supplier<String> holder) {
        Key key = new Key(owner, through, object.getClass().getTypeName());
        Escape before = known.get(key);
        if (before != null) {
            if (before.object.refersTo(null)) {
                known.replace(key, before, new Escape(before.holder, new WeakReference<>(object)));
            }
            return;
        }
        forgetCollected();
        if (known.size() >= MOST) {
            return;
        }
        Escape escape = new Escape(holder.get(), new WeakReference<>(object));
        if (known.putIfAbsent(key, escape) == null) {
            LOG.warn(
                    "{} {}: an object of its own class {} got out to {} through {}. Calls to it are not counted, a swap"
                            + " does not reach it, and as long as it is held this version stays in memory: hand out a"
                            + " type of the API bundle, or a copy",
                    owner.resource(),
                    owner.version(),
                    key.type,
                    escape.holder,
                    through);
        }
    }

    private void forgetCollected() {
        known.keySet().removeIf(key -> key.owner.is(null));
    }

    /** The first outside the Java platform that called the handle: a result may be fetched by a stream's pipeline. */
    private String holderOfResult() {
        Optional<Class<?>> caller = STACK.walk(frames -> frames.<Class<?>>map(StackWalker.StackFrame::getDeclaringClass)
                .dropWhile(type -> type != Exit.class)
                .dropWhile(type -> type == Exit.class)
                .skip(1) // the handle
                .filter(type -> !ofThePlatform(type))
                .findFirst());
        return caller.map(bundleOf)
                .orElseGet(() -> "thread " + Thread.currentThread().getName());
    }

    private static boolean ofThePlatform(Class<?> type) {
        ClassLoader loader = type.getClassLoader();
        return loader == null || loader == ClassLoader.getPlatformClassLoader();
    }
}
