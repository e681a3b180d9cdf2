package org.understudy.bench.kill;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.osgi.framework.Constants;
import org.understudy.bench.stage.InsideBundle;

/** The bundles made of classes of {@code inside}. */
final class Bundles {
    private static final String PACKAGE = "org.understudy.bench.kill.inside";

    private Bundles() {}

    /** The bundle with the actor. */
    static byte[] actor() throws IOException {
        return new InsideBundle(
                        PACKAGE,
                        List.of("Actor", "Services", "Writer", "Survey", "Operations", "Improvisation", "Scene"),
                        Map.of(
                                Constants.BUNDLE_SYMBOLICNAME,
                                PACKAGE,
                                Constants.IMPORT_PACKAGE,
                                "org.osgi.framework,org.understudy.swap,org.understudy.newsroom"))
                .jar();
    }

    /** A version 1.0.0 of a resource that does next to nothing. */
    static byte[] extra(String resource) throws IOException {
        return new InsideBundle(
                        PACKAGE,
                        List.of("Extra"),
                        Map.of(
                                Constants.BUNDLE_SYMBOLICNAME,
                                PACKAGE + "." + resource,
                                Constants.BUNDLE_VERSION,
                                "1.0.0",
                                Constants.IMPORT_PACKAGE,
                                "org.osgi.framework",
                                Constants.PROVIDE_CAPABILITY,
                                "org.understudy.resource;org.understudy.resource=\"" + resource
                                        + "\";criticality=VOLATILE;swapCostMillis:Long=1"))
                .jar();
    }
}
