package org.understudy.swap;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A swap that is asked for.
 *
 * @param members what is to come on stage at one instant
 * @param by who asks, as it is to stand in the record
 * @param cause why, as it is to stand in the record; empty where nobody says
 * @param supersede whether versions that are still provisional are taken back for it; otherwise they refuse it
 * @param plan the fingerprint of the plan that was agreed to: refused where the world has changed since
 */
public record SwapRequest(
        List<GroupMember> members, String by, String cause, boolean supersede, Optional<String> plan) {
    public SwapRequest {
        members = List.copyOf(members);
        Objects.requireNonNull(by, "by");
        Objects.requireNonNull(cause, "cause");
        Objects.requireNonNull(plan, "plan");
        if (members.isEmpty()) {
            throw new IllegalArgumentException("a swap names at least one resource");
        }
    }

    /** Asks for these versions, for who knows whom. */
    public static SwapRequest of(List<GroupMember> members) {
        return new SwapRequest(members, "", "", false, Optional.empty());
    }

    /** Asks for one version. */
    public static SwapRequest of(String resource, Candidate candidate) {
        return of(List.of(new GroupMember(resource, candidate)));
    }

    /** The same, asked by somebody. */
    public SwapRequest by(String who, String why) {
        return new SwapRequest(members, who, why, supersede, plan);
    }

    /** The same, in the place of what is still provisional. */
    public SwapRequest superseding() {
        return new SwapRequest(members, by, cause, true, plan);
    }

    /** The same, as long as it is what this plan said. */
    public SwapRequest asPlanned(String fingerprint) {
        return new SwapRequest(members, by, cause, supersede, Optional.of(fingerprint));
    }
}
