package org.understudy.newsroom.analytics.version;

import org.understudy.newsroom.analytics.Tally;

/** Views of paths, each counted for the path and for every path above it. */
final class PathTree {
    private static final int PATHS = 10_000;
    private static final String ROOT = "/";

    private final Tally views = new Tally(PATHS);

    /** Counts a view and returns how many this path and all below it have had. A closing slash makes no difference. */
    long count(String path) {
        String place = path.length() > 1 && path.endsWith(ROOT) ? path.substring(0, path.length() - 1) : path;
        long here = views.count(place);
        while (!place.equals(ROOT)) {
            place = parent(place);
            views.count(place);
        }
        return here;
    }

    private static String parent(String path) {
        int slash = path.lastIndexOf('/');
        return slash <= 0 ? ROOT : path.substring(0, slash);
    }
}
