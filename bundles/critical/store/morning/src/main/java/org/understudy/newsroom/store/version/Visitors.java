package org.understudy.newsroom.store.version;

import java.time.Clock;
import java.util.List;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.understudy.newsroom.Guestbook;
import org.understudy.newsroom.store.PlainScript;
import org.understudy.newsroom.store.ReadersBook;
import org.understudy.resource.DataFolder;
import org.understudy.resource.StateTransfer;

/** The guestbook of the morning edition: kept as {@code guestbook/1}. */
@Component(
        name = "newsroom.guestbook",
        service = {Guestbook.class, StateTransfer.class},
        property = {StateTransfer.WRITES + "=guestbook/1", StateTransfer.READS + "=guestbook/1"})
public final class Visitors extends ReadersBook {
    /** Reads what is in the resource's data folder. */
    @Activate
    public Visitors(BundleContext context, @Reference DataFolder folder) {
        super(
                context.getBundle().getVersion().toString(),
                folder.path(),
                List.of(new PlainScript()),
                Clock.systemUTC());
    }

    /** Lets go of the file. */
    @Deactivate
    public void end() {
        close();
    }
}
