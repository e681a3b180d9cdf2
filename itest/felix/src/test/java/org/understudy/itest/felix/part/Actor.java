package org.understudy.itest.felix.part;

import org.osgi.framework.BundleContext;
import org.osgi.service.condition.Condition;
import org.understudy.itest.felix.greeting.Greeted;
import org.understudy.itest.felix.greeting.Greeting;

/** A component that greets on stage and off, and says which. */
public class Actor implements Greeting {
    private volatile Condition stage;
    private volatile String version;

    /** Takes its version. */
    public void activate(BundleContext context) {
        version = context.getBundle().getVersion().toString();
    }

    /** Comes on stage. */
    public void enter(Condition condition) {
        stage = condition;
    }

    /** Leaves it. */
    public void leave(Condition condition) {
        stage = null;
    }

    @Override
    public Greeted greet() {
        return new Greeted(version, stage == null ? "off stage" : "on stage", 1, 1);
    }
}
