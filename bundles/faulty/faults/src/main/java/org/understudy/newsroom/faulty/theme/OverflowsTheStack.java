package org.understudy.newsroom.faulty.theme;

import java.util.concurrent.atomic.AtomicLong;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.understudy.newsroom.Answer;
import org.understudy.newsroom.FaultLedger;
import org.understudy.newsroom.InjectedFault;
import org.understudy.newsroom.Page;
import org.understudy.newsroom.Theme;
import org.understudy.newsroom.theme.version.PageTheme;

/** Fault: every fiftieth call calls itself until the stack is full, and is written to the ledger where there is one. */
@Component(name = "newsroom.theme")
public final class OverflowsTheStack implements Theme {
    private static final int FAILS_ONE_IN = 50;

    private final AtomicLong calls = new AtomicLong();
    private final Theme theme;
    private final String version;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile FaultLedger ledger;

    /** A theme like the sound one that it wraps. */
    @Activate
    public OverflowsTheStack(BundleContext context) {
        this(new PageTheme(context), context.getBundle().getVersion().toString(), null);
    }

    OverflowsTheStack(Theme theme, String version, FaultLedger ledger) {
        this.theme = theme;
        this.version = version;
        this.ledger = ledger;
    }

    @Override
    public Answer<String> dress(Page page) {
        if (calls.incrementAndGet() % FAILS_ONE_IN != 0) {
            return theme.dress(page);
        }
        FaultLedger present = ledger;
        if (present != null) {
            present.count("theme", version);
        }
        try {
            return new Answer<>("x".repeat(depth(0)), version);
        } catch (StackOverflowError e) {
            StackOverflowError told = new StackOverflowError();
            told.initCause(new InjectedFault("theme", version));
            throw told;
        }
    }

    private static int depth(int above) {
        return depth(above + 1) + 1;
    }
}
