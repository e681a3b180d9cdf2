package org.understudy.swap.provider;

/**
 * Whether the framework is refreshing on the current thread. It then holds its global lock (Felix does so until all
 * that it refreshes is stopped and started again), so what another thread does to a bundle waits for this one: work
 * for bundles must be done right here, not handed on.
 */
final class Refreshing {
    private static final String FRAMEWORK = "org.apache.felix.framework.";

    private Refreshing() {}

    static boolean here() {
        return StackWalker.getInstance()
                .walk(frames -> frames.anyMatch(frame -> frame.getClassName().startsWith(FRAMEWORK)
                        && frame.getMethodName().equals("refreshPackages")));
    }
}
