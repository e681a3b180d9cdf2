package org.understudy.bench.soak;

/** A figure that is looked at during the soak. */
enum Figure {
    HEAP("heap after a collection, bytes", Scope.PROCESS, new Allowance(0.1, 2 << 20)),
    METASPACE("metaspace, bytes", Scope.PROCESS, new Allowance(0.05, 1 << 20)),
    CLASSES("loaded classes", Scope.PROCESS, new Allowance(0.05, 100)),
    LOADERS("class loaders", Scope.PROCESS, new Allowance(0.1, 5)),
    THREADS("threads", Scope.PROCESS, new Allowance(0.1, 3)),
    DESCRIPTORS("open descriptors", Scope.PROCESS, new Allowance(0.05, 5)),
    ARTIFACTS("disk: artifacts, bytes", Scope.HOME, new Allowance(0.1, 1 << 16)),
    CACHE("disk: framework cache, bytes", Scope.HOME, new Allowance(0.1, 1 << 20)),
    DATA("disk: data of the resources, bytes", Scope.HOME, new Allowance(0.2, 1 << 20)),
    REST("disk: all else in the home, bytes", Scope.HOME, new Allowance(0.1, 1 << 20)),
    /** Keeps every swap. */
    JOURNAL("disk: journal, bytes", Scope.HISTORY, new Allowance(0, 0)),
    /** Of the benchmark, not of the runtime as it is shipped. */
    LOG("disk: log of warnings, bytes", Scope.HISTORY, new Allowance(0, 0));

    /** Over what a figure is judged. */
    enum Scope {
        /** Each process begins anew. */
        PROCESS,
        /** The home goes on from process to process. */
        HOME,
        /** It grows with each swap by design: its slope is told, and nothing is judged. */
        HISTORY
    }

    private final String words;
    private final Scope scope;
    private final Allowance allowance;

    Figure(String words, Scope scope, Allowance allowance) {
        this.words = words;
        this.scope = scope;
        this.allowance = allowance;
    }

    String words() {
        return words;
    }

    Scope scope() {
        return scope;
    }

    Allowance allowance() {
        return allowance;
    }
}
