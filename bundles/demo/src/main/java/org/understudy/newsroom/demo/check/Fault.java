package org.understudy.newsroom.demo.check;

/** The versions of Newsroom that are faulty on purpose, and what has to become of each. */
public enum Fault {
    /** Requires a package that nobody exports. */
    DOES_NOT_RESOLVE(Part.THEME, "1.9.0", Fate.REFUSED),
    /** Its activator throws. */
    ACTIVATOR_THROWS(Part.ANALYTICS, "1.9.0", Fate.REFUSED),
    /** Its start never ends. */
    START_HANGS(Part.FEED, "1.9.0", Fate.REFUSED),
    /** Some calls take long. */
    SLOW_CALLS(Part.STORE, "1.9.0", Fate.TAKEN_BACK),
    /** One call in fifty throws. */
    THROWS_ONE_IN_FIFTY(Part.RENDERER, "1.9.0", Fate.TAKEN_BACK),
    /** Leaves a thread behind, which keeps its class loader. */
    LEAKS_A_THREAD(Part.ANALYTICS, "1.9.1", Fate.TAKEN_BACK),
    /** Takes some seconds to start. */
    SLOW_START(Part.ANALYTICS, "1.9.2", Fate.TAKEN_BACK),
    /** Its stop never ends. */
    NEVER_STOPS(Part.THEME, "1.9.1", Fate.TAKEN_BACK),
    /** Lacks a command that the version before it has. */
    LOSES_A_SERVICE(Part.DESK, "1.9.0", Fate.REFUSED),
    /** Its servlet cannot be initialised. */
    INIT_THROWS(Part.LIVE, "1.9.1", Fate.REFUSED),
    /** Initialising its servlet never ends. */
    INIT_HANGS(Part.LIVE, "1.9.2", Fate.REFUSED);

    private final Part part;
    private final String version;
    private final Fate fate;

    Fault(Part part, String version, Fate fate) {
        this.part = part;
        this.version = version;
        this.fate = fate;
    }

    /** What becomes of a version that is swapped in. */
    public enum Fate {
        /** It stays until the next swap. */
        STAYS,
        /** It comes on stage and is rolled back. */
        TAKEN_BACK,
        /** It is turned away before the flip. */
        REFUSED
    }

    /** The resource it is a version of. */
    public Part part() {
        return part;
    }

    /** The version. */
    public String version() {
        return version;
    }

    /** What has to become of it. */
    public Fate fate() {
        return fate;
    }

    /** Whether something of it never ends: its start, its stop or what a whiteboard asks of it. */
    public boolean hangs() {
        return this == START_HANGS || this == NEVER_STOPS || this == INIT_HANGS;
    }

    /** Whether it keeps its class loader for ever, if it ever was started. */
    public boolean leaks() {
        return hangs() || this == LEAKS_A_THREAD;
    }

    /** Whether a failure that this version of this part owns up to is one on purpose. */
    public static boolean throwsOnPurpose(Part part, String version) {
        return part == THROWS_ONE_IN_FIFTY.part && THROWS_ONE_IN_FIFTY.version.equals(version);
    }
}
