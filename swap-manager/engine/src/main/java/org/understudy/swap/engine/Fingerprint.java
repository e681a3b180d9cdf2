package org.understudy.swap.engine;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.understudy.swap.SlotSide;

/** Stands for what is to be swapped, and for what the resources are before it. */
final class Fingerprint {
    private static final int SHOWN = 12;

    private Fingerprint() {}

    /** One resource of it. */
    record Member(ManagedResource resource, Artifact artifact) {}

    /** The fingerprint of all of them, in whatever order. */
    static String of(List<Member> members) {
        String all = members.stream().map(Fingerprint::words).sorted().collect(Collectors.joining("\n"));
        return Digests.sha256(all.getBytes(StandardCharsets.UTF_8)).substring(0, SHOWN);
    }

    private static String words(Member member) {
        ResourceState state = member.resource().state();
        return String.join(
                " ",
                member.resource().name(),
                member.artifact().digest(),
                String.valueOf(state.rank()),
                String.valueOf(state.active()),
                content(state, SlotSide.A),
                content(state, SlotSide.B),
                String.valueOf(state.provisional().map(Provisional::swap)));
    }

    private static String content(ResourceState state, SlotSide side) {
        return state.slot(side).artifact().map(Artifact::digest).orElse("-");
    }
}
