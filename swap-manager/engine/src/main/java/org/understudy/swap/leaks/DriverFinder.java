package org.understudy.swap.leaks;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.understudy.swap.Holder;

/**
 * JDBC drivers of the loader's classes. The driver manager shows each caller those of its own classes only, so this needs
 * {@code --add-opens java.sql/java.sql=ALL-UNNAMED}, which the launcher has in its manifest.
 */
final class DriverFinder implements HolderFinder {
    @Override
    public List<Holder> find(ClassLoader loader) {
        List<Holder> found = new ArrayList<>();
        try {
            Class<?> manager = Class.forName("java.sql.DriverManager", true, ClassLoader.getPlatformClassLoader());
            Insides.read(manager, "registeredDrivers", null).ifPresent(all -> ((Collection<?>) all)
                    .forEach(info -> Insides.read(info.getClass(), "driver", info)
                            .filter(driver -> Belongings.is(loader, driver))
                            .map(driver -> new Holder(
                                    Holder.Kind.JDBC_DRIVER, driver.getClass().getName()))
                            .ifPresent(found::add)));
        } catch (ClassNotFoundException e) {
            return List.of(); // a Java without databases has no drivers either
        }
        return found;
    }
}
