package org.understudy.swap.engine;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.understudy.swap.Candidate;
import org.understudy.swap.SlotSide;
import org.understudy.swap.SlotState;

/** Finds the artifact that a candidate means. */
final class Candidates {
    private final ArtifactStore store;
    private final VersionsFolder versions;

    Candidates(ArtifactStore store, VersionsFolder versions) {
        this.store = store;
        this.versions = versions;
    }

    /** The file that a candidate means, where it is one that is not in a slot. */
    private Path file(ManagedResource resource, Candidate candidate) throws Refusal {
        if (candidate.source() instanceof Candidate.File file) {
            return file.path();
        }
        Candidate.Version version = (Candidate.Version) candidate.source();
        return versions.file(resource.name(), parse(version.version()));
    }

    /** What a candidate means, without copying anything. */
    Artifact peek(ManagedResource resource, Candidate candidate) throws Refusal {
        Optional<Artifact> inSlot = inSlot(resource, candidate);
        if (inSlot.isPresent()) {
            return inSlot.get();
        }
        Path file = file(resource, candidate);
        return candidate.source() instanceof Candidate.File && !Files.isRegularFile(file)
                ? store.admit(file)
                : store.peek(file);
    }

    /** What a candidate means, in the store; to be released there when the operation ends. */
    Artifact admit(ManagedResource resource, Candidate candidate) throws Refusal {
        Optional<Artifact> inSlot = inSlot(resource, candidate);
        return inSlot.isPresent() ? store.admit(inSlot.get().file()) : store.admit(file(resource, candidate));
    }

    private static Optional<Artifact> inSlot(ManagedResource resource, Candidate candidate) throws Refusal {
        if (candidate.source() instanceof Candidate.Staged) {
            return Optional.of(Rehearsal.staged(resource)
                    .orElseThrow(() -> new Refusal("nothing is staged for " + resource.name() + ": `stage "
                            + resource.name() + " FILE` first, or name a version or a file")));
        }
        if (candidate.source() instanceof Candidate.Again) {
            return Optional.of(resource.state()
                    .activeArtifact()
                    .orElseThrow(() -> new Refusal(
                            "no version of " + resource.name() + " is on stage that could come once more")));
        }
        if (candidate.source() instanceof Candidate.Version version) {
            VersionNumber wanted = parse(version.version());
            for (SlotSide side : SlotSide.values()) {
                ResourceState.Slot slot = resource.state().slot(side);
                if (slot.state() != SlotState.QUARANTINED
                        && slot.artifact()
                                .filter(artifact -> artifact.version().equals(wanted))
                                .isPresent()) {
                    return slot.artifact();
                }
            }
        }
        return Optional.empty();
    }

    private static VersionNumber parse(String version) throws Refusal {
        try {
            return VersionNumber.parse(version);
        } catch (IllegalArgumentException e) {
            throw new Refusal(e.getMessage() + ", or the path of a file", e);
        }
    }
}
