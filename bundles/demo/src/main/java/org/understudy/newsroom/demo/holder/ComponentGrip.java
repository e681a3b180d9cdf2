package org.understudy.newsroom.demo.holder;

import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.util.tracker.ServiceTracker;
import org.understudy.newsroom.demo.check.Part;

/** Calls what a component holds: where the component is not active, or holds nothing, there is nothing to call. */
final class ComponentGrip implements Grip {
    private final ServiceTracker<Holder, Holder> component;

    ComponentGrip(BundleContext context, String kind, Part part) {
        String filter = "(&(" + Constants.OBJECTCLASS + "=" + Holder.class.getName() + ")(" + Holder.KIND + "=" + kind
                + ")(" + Holder.RESOURCE + "=" + part.resource() + "))";
        try {
            component = new ServiceTracker<>(context, FrameworkUtil.createFilter(filter), null);
        } catch (InvalidSyntaxException e) {
            throw new AssertionError(filter, e);
        }
        component.open();
    }

    @Override
    public Object take() {
        Holder holder = component.getService();
        return holder == null ? null : holder.held();
    }

    @Override
    public boolean release() {
        return true;
    }

    @Override
    public void close() {
        component.close();
    }
}
