package org.understudy.newsroom.archivist;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.understudy.newsroom.Article;

/**
 * A folder of articles, each in a file of its own. Files are replaced as a whole, so a reader never sees half of one.
 * One writer at a time.
 */
public final class Archive {
    private static final String COLOPHON = "colophon.txt";

    private final Path folder;

    /** Keeps its files in this folder, which exists. */
    public Archive(Path folder) {
        this.folder = folder;
    }

    /**
     * Keeps these articles; those that lie there already, and as they are, are left alone.
     *
     * @return how many were new or had changed
     * @throws IOException naming the file that cannot be written
     */
    public int keep(List<Article> articles) throws IOException {
        int written = 0;
        for (Article article : articles) {
            if (put(URLEncoder.encode(article.slug(), StandardCharsets.UTF_8) + ".md", manuscript(article))) {
                written++;
            }
        }
        return written;
    }

    /**
     * Writes who has kept the archive last.
     *
     * @param version the version that did
     * @param round its how-manieth round it was
     * @throws IOException if it cannot be written
     */
    public void sign(String version, long round) throws IOException {
        put(COLOPHON, "archivist " + version + ", round " + round + "\n");
    }

    /**
     * Writes a file unless it has this content already.
     *
     * @return whether it was written
     * @throws IOException if it cannot be
     */
    public boolean put(String name, String content) throws IOException {
        Path file = folder.resolve(name);
        if (Files.exists(file) && Files.readString(file).equals(content)) {
            return false;
        }
        Path fresh = folder.resolve(name + ".new");
        Files.writeString(fresh, content);
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        return true;
    }

    private static String manuscript(Article article) {
        return "# " + article.title() + "\n\n" + article.author() + ", " + article.published() + "\n\n"
                + article.markdown();
    }
}
