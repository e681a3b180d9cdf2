package org.understudy.swap.engine;

import java.util.ArrayList;
import java.util.List;
import org.understudy.resource.Criticality;
import org.understudy.swap.Candidate;

/** Whether a version may follow what the resource is now, as far as can be told before it is started. */
final class Admission {
    private final Host host;
    private final CommitPolicy policy;

    Admission(Host host, CommitPolicy policy) {
        this.host = host;
        this.policy = policy;
    }

    /** Refuses the version if anything speaks against it. */
    void check(ManagedResource resource, Artifact artifact, Candidate candidate) throws Refusal {
        List<String> objections = objections(resource, artifact, candidate);
        if (!objections.isEmpty()) {
            throw new Refusal(String.join("; ", objections));
        }
    }

    /** What speaks against it. */
    List<String> objections(ManagedResource resource, Artifact artifact, Candidate candidate) {
        List<String> found = new ArrayList<>();
        ResourceState state = resource.state();
        if (!artifact.spec().name().equals(resource.name())) {
            found.add("the file declares the resource '" + artifact.spec().name() + "', not '" + resource.name()
                    + "': name that one, or take the right file");
            return found;
        }
        String digest = state.known().get(artifact.version().toString());
        if (digest != null && !digest.equals(artifact.digest())) {
            found.add(artifact.label() + " was on stage with other content (digest " + digest.substring(0, 12)
                    + "…, this file has " + artifact.digest().substring(0, 12)
                    + "…): give what changed a new version");
        }
        state.activeArtifact().ifPresent(active -> {
            if (!resource.down() || !active.sameContent(artifact)) {
                follow(active, artifact, candidate, found);
            }
        });
        int failed = state.takenBack().getOrDefault(artifact.digest(), 0);
        if (failed >= policy.badAfter() && !candidate.allowBad()) {
            found.add(artifact.label() + " is marked bad: it was taken back " + failed
                    + " times before it had stood, see `why " + resource.name()
                    + "`; say --allow-bad to try it once more");
        }
        int files = ownFiles(resource);
        if (files > 0 && state.spec().criticality() == Criticality.CRITICAL) {
            found.add(leftBehind(resource, files) + "; a critical resource may not lose them");
        }
        return found;
    }

    private static void follow(Artifact active, Artifact artifact, Candidate candidate, List<String> found) {
        if (!active.symbolicName().equals(artifact.symbolicName())) {
            found.add("the file has the symbolic name " + artifact.symbolicName() + ", but " + active.label() + " has "
                    + active.symbolicName() + ": all versions of a resource share one");
        }
        int order = artifact.version().compareTo(active.version());
        if (order == 0 && active.sameContent(artifact)) {
            if (!(candidate.source() instanceof Candidate.Again)) {
                found.add(active.label() + " is active already: `swap "
                        + artifact.spec().name() + " --again` brings a fresh generation of it");
            }
        } else if (order < 0 && !candidate.allowLower()) {
            found.add(artifact.label() + " is lower than the active " + active.version()
                    + ": say --allow-lower if that is meant, or `rollback` for the way back");
        }
        List<String> lost = active.spec().contract().stream()
                .filter(type -> !artifact.spec().contract().contains(type))
                .toList();
        if (!lost.isEmpty() && !artifact.spec().contract().isEmpty() && !candidate.allowLoss()) {
            found.add(artifact.label() + " drops " + String.join(", ", lost)
                    + " from its contract, which consumers of " + active.label()
                    + " may use: keep it, or say --allow-loss if they can do without");
        }
    }

    /** What an admin should know beforehand, though nobody refuses it. */
    List<String> warnings(ManagedResource resource, Artifact artifact) {
        List<String> found = new ArrayList<>();
        int files = ownFiles(resource);
        if (files > 0 && resource.state().spec().criticality() != Criticality.CRITICAL) {
            found.add(leftBehind(resource, files));
        }
        resource.activeStarted().ifPresent(active -> active.offer()
                .unrouted()
                .forEach(service ->
                        found.add(service + ": its consumers let go of it and take the new one by themselves")));
        if (!artifact.spec().exclusive().isEmpty()) {
            found.add(
                    "it holds " + String.join(", ", artifact.spec().exclusive())
                            + ", which exists only once: calls are held from the stop of the old version to the start of the new");
        }
        found.addAll(atRisk(resource, artifact));
        return found;
    }

    /** What consumers would notice of other services, as far as the version declares them. */
    private List<String> atRisk(ManagedResource resource, Artifact artifact) {
        List<String> found = new ArrayList<>();
        try {
            List<ServiceShape> shapes = host.declared(artifact);
            if (shapes.isEmpty() || resource.activeStarted().isEmpty()) {
                return found;
            }
            Casting casting = resource.handles()
                    .cast(new Offer(shapes.stream()
                            .map(shape -> new Offer.Service(shape, shape, null, shape))
                            .toList()));
            if (!casting.lost().isEmpty()) {
                found.add("no component of it offers " + casting.lostInWords()
                        + ": it is refused if nothing else of it does, unless you say --allow-loss");
            }
            for (Handle handle : casting.replaced()) {
                found.add(handle.shape().label() + " changes "
                        + String.join(
                                ", ",
                                handle.shape()
                                        .differences(casting.roles().get(handle).shape()))
                        + ": its whiteboard takes it for another, which comes after the flip; what asks for the old one"
                        + " is served until the old version is drained, and may fail then");
            }
        } catch (Refusal e) {
            found.add(e.getMessage());
        }
        return found;
    }

    private int ownFiles(ManagedResource resource) {
        return resource.state()
                .active()
                .map(side -> host.ownFiles(resource.slot(side)))
                .orElse(0);
    }

    private static String leftBehind(ManagedResource resource, int files) {
        return resource.name() + " " + resource.state().activeVersion().orElse("") + " keeps " + files
                + (files == 1 ? " file" : " files")
                + " in its bundle's own data area, which the next version does not find: keep them in the DataFolder";
    }
}
