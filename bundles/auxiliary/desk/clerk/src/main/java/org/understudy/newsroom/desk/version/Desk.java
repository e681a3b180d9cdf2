package org.understudy.newsroom.desk.version;

import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** The command {@code newsroom:desk}: who sits there. */
@Component(
        name = "newsroom.desk",
        service = Desk.class,
        property = {"osgi.command.scope=newsroom", "osgi.command.function=desk"})
public final class Desk {
    private final String version;

    /** Opens the desk. */
    @Activate
    public Desk(BundleContext context) {
        this(context.getBundle().getVersion().toString());
    }

    Desk(String version) {
        this.version = version;
    }

    /** The desk and its version. */
    public String desk() {
        return "desk " + version;
    }
}
