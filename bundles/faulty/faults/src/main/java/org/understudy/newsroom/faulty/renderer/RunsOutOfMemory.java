package org.understudy.newsroom.faulty.renderer;

import java.util.concurrent.atomic.AtomicLong;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.component.annotations.ServiceScope;
import org.understudy.newsroom.Answer;
import org.understudy.newsroom.FaultLedger;
import org.understudy.newsroom.InjectedFault;
import org.understudy.newsroom.Renderer;
import org.understudy.newsroom.renderer.version.MarkdownRenderer;

/**
 * Fault: every fiftieth call asks for more memory than there can be, so that an {@link OutOfMemoryError} comes out of it
 * that hurts nobody else. Written to the ledger where there is one.
 */
@Component(name = "newsroom.renderer", scope = ServiceScope.PROTOTYPE)
public final class RunsOutOfMemory implements Renderer {
    private static final int FAILS_ONE_IN = 50;

    /** One count for all instances: a consumer that takes a fresh one for each call meets the fault as well. */
    private static final AtomicLong CALLS = new AtomicLong();

    private final Renderer renderer;
    private final String version;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile FaultLedger ledger;

    /** A renderer like the sound one that it wraps. */
    @Activate
    public RunsOutOfMemory(BundleContext context) {
        this(new MarkdownRenderer(context), context.getBundle().getVersion().toString(), null);
    }

    RunsOutOfMemory(Renderer renderer, String version, FaultLedger ledger) {
        this.renderer = renderer;
        this.version = version;
        this.ledger = ledger;
    }

    @Override
    public Answer<String> render(String markdown) {
        if (CALLS.incrementAndGet() % FAILS_ONE_IN != 0) {
            return renderer.render(markdown);
        }
        FaultLedger present = ledger;
        if (present != null) {
            present.count("renderer", version);
        }
        try {
            return new Answer<>(new String(new char[Integer.MAX_VALUE]), version);
        } catch (OutOfMemoryError e) {
            OutOfMemoryError told = new OutOfMemoryError(e.getMessage());
            told.initCause(new InjectedFault("renderer", version));
            throw told;
        }
    }
}
