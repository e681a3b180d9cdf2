package org.understudy.swap.leaks;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import javax.management.InstanceNotFoundException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.understudy.swap.Holder;

/** MBeans of the platform's server whose class is the loader's. */
final class MBeanFinder implements HolderFinder {
    @Override
    public List<Holder> find(ClassLoader loader) {
        MBeanServer server = ManagementFactory.getPlatformMBeanServer();
        List<Holder> found = new ArrayList<>();
        for (ObjectName name : server.queryNames(null, null)) {
            if (isOf(loader, server, name)) {
                found.add(new Holder(Holder.Kind.MBEAN, name.toString()));
            }
        }
        return found;
    }

    private static boolean isOf(ClassLoader loader, MBeanServer server, ObjectName name) {
        try {
            return server.getClassLoaderFor(name) == loader;
        } catch (InstanceNotFoundException e) {
            return false; // unregistered meanwhile
        }
    }
}
