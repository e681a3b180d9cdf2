package org.understudy.swap.engine;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.understudy.swap.SwapEvent;
import org.understudy.swap.SwapResult;

/** One swap or rollback from the moment it is asked for: its number, what is known of it, and what the journal says. */
final class Attempt {
    private final Backstage backstage;
    private final long swap;
    private final boolean back;
    private final String by;
    private final String cause;
    private final Map<String, Artifact> meant = new ConcurrentHashMap<>();
    private volatile String at = "";
    private final long beganNanos;
    private boolean told;

    private Attempt(Backstage backstage, boolean back, String by, String cause) {
        this.backstage = backstage;
        this.swap = backstage.ledger().nextSwap();
        this.back = back;
        this.by = by;
        this.cause = cause;
        this.beganNanos = backstage.clock().getAsLong();
    }

    static Attempt toSwap(Backstage backstage, String by, String cause) {
        return new Attempt(backstage, false, by, cause);
    }

    static Attempt toRollBack(Backstage backstage, String by, String cause) {
        return new Attempt(backstage, true, by, cause);
    }

    /** Its number. */
    long swap() {
        return swap;
    }

    /** When it was asked for. */
    long beganNanos() {
        return beganNanos;
    }

    boolean back() {
        return back;
    }

    /** Whatever fails now fails because of this resource. */
    void at(ManagedResource resource) {
        at = resource.name();
    }

    /** Whatever fails now fails because of all of them. */
    void atAll() {
        at = "";
    }

    void means(ManagedResource resource, Artifact artifact) {
        meant.put(resource.name(), artifact);
    }

    Optional<String> version(ManagedResource resource) {
        return Optional.ofNullable(meant.get(resource.name()))
                .map(artifact -> artifact.version().toString());
    }

    /** Has the journal say what is about to be tried; nothing is tried where it cannot. */
    void begin(List<ManagedResource> resources) throws Refusal {
        backstage.ledger().tell(begun(resources));
        told = true;
    }

    private Fact.Begun begun(List<ManagedResource> resources) {
        return new Fact.Begun(
                swap, back, by, cause, resources.stream().map(this::member).toList());
    }

    private Fact.Begun.Member member(ManagedResource resource) {
        return new Fact.Begun.Member(
                resource.name(),
                resource.state().activeVersion().orElse(null),
                version(resource).orElse(null),
                Optional.ofNullable(meant.get(resource.name()))
                        .map(Artifact::digest)
                        .orElse(null));
    }

    /** Has the journal and all who listen know how it ended. */
    List<SwapResult> end(List<SwapResult> results) {
        backstage
                .ledger()
                .tellIfPossible(new Fact.Ended(
                        swap, results.stream().map(Fact.Ended.Result::of).toList()));
        for (SwapResult result : results) {
            backstage
                    .events()
                    .accept(new SwapEvent.Ended(
                            result.resource(), result, backstage.clock().getAsLong()));
        }
        return results;
    }

    /** The same for one of which nothing came. */
    List<SwapResult> refused(List<ManagedResource> resources, Refusal why) {
        List<SwapResult> results =
                resources.stream().map(resource -> refused(resource, why)).toList();
        if (!told) {
            backstage.ledger().tellIfPossible(begun(resources));
        }
        return end(results);
    }

    private SwapResult refused(ManagedResource resource, Refusal why) {
        String reason = at.isEmpty() || at.equals(resource.name())
                ? why.getMessage()
                : "it was to come together with " + at + ", which cannot: " + why.getMessage();
        return new SwapResult.Refused(resource.name(), resource.state().activeVersion(), version(resource), reason);
    }
}
