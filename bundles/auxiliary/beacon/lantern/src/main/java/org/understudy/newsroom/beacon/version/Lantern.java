package org.understudy.newsroom.beacon.version;

import java.io.IOException;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.understudy.newsroom.Answer;
import org.understudy.newsroom.Beacon;
import org.understudy.newsroom.beacon.Berth;
import org.understudy.newsroom.beacon.Light;
import org.understudy.resource.DataFolder;

/** The lantern: says which version keeps it. */
@Component(name = "newsroom.beacon", service = Beacon.class)
public final class Lantern implements Beacon {
    /** What can be configured. */
    public @interface Config {
        /** The loopback port; 0 takes a free one the first time and keeps it. */
        int port() default 0;
    }

    private final String version;
    private final Light light;

    /**
     * Takes the port.
     *
     * @throws IOException if it cannot be had
     */
    @Activate
    public Lantern(BundleContext context, @Reference DataFolder folder, Config config) throws IOException {
        version = context.getBundle().getVersion().toString();
        light = Berth.light(config.port(), folder.path(), visitor -> "newsroom beacon " + version);
    }

    /**
     * Gives the port back.
     *
     * @throws IOException if it cannot
     */
    @Deactivate
    public void extinguish() throws IOException {
        light.close();
    }

    @Override
    public Answer<Integer> port() {
        return new Answer<>(light.port(), version);
    }
}
