package org.understudy.newsroom.archivist.version;

import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.propertytypes.SatisfyingConditionTarget;
import org.understudy.newsroom.Article;
import org.understudy.newsroom.ArticleStore;
import org.understudy.newsroom.archivist.Archive;
import org.understudy.newsroom.archivist.Rounds;
import org.understudy.resource.DataFolder;
import org.understudy.resource.OnStage;

/**
 * The cataloguer: copies each article into the archive, and keeps a list of them. Works only while its version is on stage.
 */
@Component(
        name = "newsroom.archivist",
        immediate = true,
        service = {})
@SatisfyingConditionTarget(OnStage.TARGET)
public final class Cataloguer {
    private static final int ARTICLES = 200;

    private final String version;
    private final ArticleStore store;
    private final Archive archive;
    private final Rounds rounds;

    /** Begins with the first round. */
    @Activate
    public Cataloguer(BundleContext context, @Reference ArticleStore store, @Reference DataFolder folder) {
        this.version = context.getBundle().getVersion().toString();
        this.store = store;
        this.archive = new Archive(folder.path());
        this.rounds = new Rounds("newsroom-archivist-" + version, this::keep);
    }

    /** Ends with the round that goes on. */
    @Deactivate
    public void end() {
        rounds.close();
    }

    private void keep(long round) throws IOException {
        List<Article> articles = store.latest(ARTICLES).value();
        archive.keep(articles);
        archive.put("catalogue.txt", catalogue(articles));
        archive.sign(version, round);
    }

    /** The articles, one a line. */
    static String catalogue(List<Article> articles) {
        return articles.stream()
                .map(article -> article.published() + "  " + article.section() + "  " + article.title() + "\n")
                .collect(Collectors.joining());
    }
}
