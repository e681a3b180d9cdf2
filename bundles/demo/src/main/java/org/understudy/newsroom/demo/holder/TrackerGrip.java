package org.understudy.newsroom.demo.holder;

import org.osgi.framework.BundleContext;
import org.osgi.util.tracker.ServiceTracker;
import org.understudy.newsroom.demo.check.Part;

final class TrackerGrip implements Grip {
    private final ServiceTracker<Object, Object> tracker;

    TrackerGrip(BundleContext context, Part part) {
        tracker = new ServiceTracker<>(context, part.contract().getName(), null);
        tracker.open();
    }

    @Override
    public Object take() {
        return tracker.getService();
    }

    @Override
    public boolean release() {
        return true;
    }

    @Override
    public void close() {
        tracker.close();
    }
}
