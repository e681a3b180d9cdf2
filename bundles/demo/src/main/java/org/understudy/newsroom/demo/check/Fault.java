package org.understudy.newsroom.demo.check;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.understudy.newsroom.InjectedFault;

/** The versions of Newsroom that are faulty on purpose, and what has to become of each. */
public enum Fault {
    /** Requires a package that nobody exports. */
    DOES_NOT_RESOLVE(Part.THEME, "1.9.0", Fate.REFUSED),
    /** Its activator throws. */
    ACTIVATOR_THROWS(Part.ANALYTICS, "1.9.0", Fate.REFUSED),
    /** Its start never ends. */
    START_HANGS(Part.FEED, "1.9.0", Fate.REFUSED),
    /** Some calls take long. */
    SLOW_CALLS(Part.STORE, "1.9.0", Fate.JUDGED),
    /** One call in fifty throws. */
    THROWS_ONE_IN_FIFTY(Part.RENDERER, "1.9.0", Fate.JUDGED),
    /** An {@link OutOfMemoryError} comes out of one call in fifty. */
    RUNS_OUT_OF_MEMORY(Part.RENDERER, "1.9.1", Fate.JUDGED),
    /** A {@link StackOverflowError} comes out of one call in fifty. */
    OVERFLOWS_THE_STACK(Part.THEME, "1.9.2", Fate.JUDGED),
    /** Its first two calls wait for each other. */
    DEADLOCKS(Part.QR, "1.9.0", Fate.JUDGED),
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
        /** It comes on stage and is rolled back by hand. */
        TAKEN_BACK,
        /** It comes on stage, is taken back, and a moment later comes again in its own place, as a further version would. */
        SUPERSEDED,
        /** It comes on stage and hurts: the judge has to take it back. */
        JUDGED,
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

    /** Its name in the report, which is that of its file. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The fault of this version of this part; empty where it has none. */
    public static Optional<Fault> of(Part part, String version) {
        return Arrays.stream(values())
                .filter(f -> f.part == part && f.version.equals(version))
                .findFirst();
    }

    /** Whether a failure that this version of this part owns up to is one on purpose. */
    public static boolean throwsOnPurpose(Part part, String version) {
        return of(part, version).filter(Fault::fails).isPresent();
    }

    /** Whether what a call of this part threw is a failure on purpose: such a one, or an error that one is the cause of. */
    public static boolean isOnPurpose(Part part, Throwable thrown) {
        Throwable owned = thrown instanceof VirtualMachineError ? thrown.getCause() : thrown;
        return owned instanceof InjectedFault fault && throwsOnPurpose(part, fault.version());
    }

    /** Whether some of its calls fail. */
    private boolean fails() {
        return this == THROWS_ONE_IN_FIFTY || this == RUNS_OUT_OF_MEMORY || this == OVERFLOWS_THE_STACK;
    }
}
