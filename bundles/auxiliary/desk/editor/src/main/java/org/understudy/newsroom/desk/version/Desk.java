package org.understudy.newsroom.desk.version;

import java.util.List;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.understudy.newsroom.Article;
import org.understudy.newsroom.ArticleStore;

/** The command {@code newsroom:desk}: who sits there, and what was written last. */
@Component(
        name = "newsroom.desk",
        service = Desk.class,
        property = {"osgi.command.scope=newsroom", "osgi.command.function=desk"})
public final class Desk {
    private final String version;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile ArticleStore store;

    /** Opens the desk. */
    @Activate
    public Desk(BundleContext context) {
        this(context.getBundle().getVersion().toString(), null);
    }

    Desk(String version, ArticleStore store) {
        this.version = version;
        this.store = store;
    }

    /** The desk, its version, and the newest article where there is one. */
    public String desk() {
        ArticleStore present = store;
        List<Article> newest = present == null ? List.of() : present.latest(1).value();
        return "desk " + version
                + (newest.isEmpty() ? "" : ", newest: " + newest.get(0).title());
    }
}
