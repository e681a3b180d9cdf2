package org.understudy.newsroom.analytics.version;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class PathTreeTest {
    private final PathTree tree = new PathTree();

    @Test
    void theFrontPageCountsTheWholeSite() {
        tree.count("/article/a");
        tree.count("/about");

        assertEquals(3, tree.count("/"));
    }

    @Test
    void aFolderCountsWhatLiesBelowIt() {
        tree.count("/article/a");
        tree.count("/article/b");

        assertEquals(3, tree.count("/article"));
        assertEquals(2, tree.count("/article/a"));
    }

    @Test
    void aClosingSlashMakesNoDifference() {
        tree.count("/about/");

        assertEquals(2, tree.count("/about"));
    }

    @Test
    void aPathWithoutSlashBelongsToTheFrontPage() {
        tree.count("odd");

        assertEquals(2, tree.count("/"));
    }
}
