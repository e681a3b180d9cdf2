package org.understudy.swap.leaks;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.understudy.swap.Holder;

/**
 * Shutdown hooks of the loader's classes, or with the loader for their context. Needs {@code --add-opens
 * java.base/java.lang=ALL-UNNAMED}.
 */
final class ShutdownHookFinder implements HolderFinder {
    @Override
    public List<Holder> find(ClassLoader loader) {
        try {
            Class<?> hooks = Class.forName("java.lang.ApplicationShutdownHooks");
            return Insides.read(hooks, "hooks", null)
                    .map(map -> List.<Object>copyOf((Collection<?>) ((Map<?, ?>) map).keySet()))
                    .map(threads -> of(loader, threads))
                    .orElse(List.of());
        } catch (ClassNotFoundException e) {
            return List.of(); // another Java keeps them elsewhere
        }
    }

    private static List<Holder> of(ClassLoader loader, List<Object> threads) {
        List<Holder> found = new ArrayList<>();
        for (Object each : threads) {
            Thread hook = (Thread) each;
            Optional<Object> work = Insides.work(hook);
            if (Belongings.is(loader, hook)
                    || hook.getContextClassLoader() == loader
                    || work.filter(now -> Belongings.is(loader, now)).isPresent()) {
                found.add(new Holder(
                        Holder.Kind.SHUTDOWN_HOOK,
                        hook.getName()
                                + work.map(now -> ", with a " + now.getClass().getName())
                                        .orElse("")));
            }
        }
        return found;
    }
}
