package org.understudy.swap.engine;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.understudy.swap.SlotSide;

/** Which artifacts are needed, by the journal or by what runs, and what for. Safe for use by many threads. */
final class Needs {
    private final Ledger ledger;
    private final Troupe troupe;

    Needs(Ledger ledger, Troupe troupe) {
        this.ledger = ledger;
        this.troupe = troupe;
    }

    /** What an artifact is needed for, the most important first. */
    enum Use {
        ON_STAGE("is on stage"),
        WAY_BACK("is a way back"),
        SLOT("lies in a slot");

        private final String words;

        Use(String words) {
            this.words = words;
        }

        @Override
        public String toString() {
            return words;
        }
    }

    /**
     * An artifact that is needed.
     *
     * @param digest which
     * @param resource the resource that it is a version of
     * @param label what messages call it
     * @param use what for
     */
    record Need(String digest, String resource, String label, Use use) {}

    /** The digests of all of them. */
    Set<String> digests() {
        return byDigest().keySet();
    }

    /** All of them, by resource. */
    Collection<Need> all() {
        return byDigest().values();
    }

    private Map<String, Need> byDigest() {
        Map<String, Need> needs = new LinkedHashMap<>();
        Map<String, KeptState> kept = ledger.kept();
        Stream.concat(
                        troupe.all().stream().flatMap(resource -> of(resource.name(), KeptState.of(resource.state()))),
                        kept.entrySet().stream().flatMap(entry -> of(entry.getKey(), entry.getValue())))
                .sorted(Comparator.comparing(Need::use))
                .forEach(need -> needs.putIfAbsent(need.digest(), need));
        return needs;
    }

    private static Stream<Need> of(String resource, KeptState kept) {
        String active = kept.active() == null ? null : kept.active() == SlotSide.A ? kept.a() : kept.b();
        return Stream.of(
                        need(resource, kept, Use.ON_STAGE, Stream.ofNullable(active)),
                        need(resource, kept, Use.WAY_BACK, kept.past().stream()),
                        need(
                                resource,
                                kept,
                                Use.SLOT,
                                Stream.of(Optional.ofNullable(kept.a()), Optional.ofNullable(kept.b()))
                                        .flatMap(Optional::stream)))
                .flatMap(needs -> needs);
    }

    private static Stream<Need> need(String resource, KeptState kept, Use use, Stream<String> digests) {
        return digests.map(digest -> new Need(digest, resource, resource + " " + version(kept, digest), use));
    }

    private static String version(KeptState kept, String digest) {
        List<String> versions = kept.known().entrySet().stream()
                .filter(entry -> entry.getValue().equals(digest))
                .map(Map.Entry::getKey)
                .toList();
        return versions.isEmpty() ? "with the digest " + digest : versions.get(0);
    }
}
