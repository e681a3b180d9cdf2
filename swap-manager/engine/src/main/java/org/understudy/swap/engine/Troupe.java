package org.understudy.swap.engine;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import org.understudy.resource.Criticality;
import org.understudy.swap.Candidate;
import org.understudy.swap.SlotSide;
import org.understudy.swap.UnknownResourceException;

/** All resources that are known, by name. Safe for use by many threads. */
final class Troupe {
    private final Map<String, ManagedResource> resources = new ConcurrentSkipListMap<>();
    private final Backstage backstage;
    private final VersionsFolder versions;

    Troupe(Backstage backstage, VersionsFolder versions) {
        this.backstage = backstage;
        this.versions = versions;
    }

    Collection<ManagedResource> all() {
        return resources.values();
    }

    /** The resource of this name; {@code null} where none is known. */
    ManagedResource find(String name) {
        return resources.get(name);
    }

    ManagedResource known(String name) {
        ManagedResource resource = resources.get(name);
        if (resource == null) {
            throw new UnknownResourceException(name, resources.keySet());
        }
        return resource;
    }

    /** Takes up a resource that an earlier run has left. */
    void recall(String name, ResourceState state) {
        resources.put(name, managed(name, state));
    }

    /** A version that comes for a resource nobody knows makes it known; the first of two who bring one wins. */
    ManagedResource knownOrNew(String name, Candidate candidate) {
        ManagedResource known = resources.get(name);
        if (known != null) {
            return known;
        }
        ManagedResource first = firstOf(name, candidate);
        ManagedResource raced = resources.putIfAbsent(name, first);
        return raced == null ? first : raced;
    }

    /** The resource of this name, or what it would be once the candidate has made it known. */
    ManagedResource knownOrWouldBe(String name, Candidate candidate) {
        ManagedResource known = resources.get(name);
        return known == null ? firstOf(name, candidate) : known;
    }

    private ManagedResource firstOf(String name, Candidate candidate) {
        boolean namesBundle = candidate.source() instanceof Candidate.File
                || candidate.source() instanceof Candidate.Version
                        && !versions.numbersOf(name).isEmpty();
        if (!namesBundle) {
            throw new UnknownResourceException(name, resources.keySet());
        }
        return managed(name, ResourceState.unknownYet(ResourceSpec.unknown(name, Criticality.AUXILIARY)));
    }

    private ManagedResource managed(String name, ResourceState state) {
        return new ManagedResource(name, state, backstage.host(), backstage.escapes(), backstage.configurations());
    }

    /**
     * What came on stage together with the resource's version, and goes back with it. While that is provisional only those
     * that are still part of it: one that could not be brought back has left before.
     */
    List<ManagedResource> together(ManagedResource resource) {
        Standing standing = resource.state().standing();
        if (standing.group().isAlone()) {
            return List.of(resource);
        }
        Optional<Long> swap = standing.provisional().map(Provisional::swap);
        return standing.group().members().stream()
                .map(this::known)
                .filter(each -> swap.isEmpty()
                        || each == resource
                        || each.state().provisional().map(Provisional::swap).equals(swap))
                .toList();
    }

    /**
     * To be asked in the turns of all that stood {@link #together} before these were taken: in between they may have been
     * committed, taken back or swapped, and what was asked for then meant something else.
     *
     * @throws Refusal if they do not stand together any more
     */
    void refuseUnlessTogether(ManagedResource resource, List<ManagedResource> before) throws Refusal {
        if (!together(resource).equals(before)) {
            throw new Refusal(
                    resource.name() + " was committed, taken back or swapped in the meantime, by somebody else:"
                            + " see `slots " + resource.name() + "`, and ask again if it should still be done");
        }
    }

    /** Forgets a resource of which no version ever came. */
    void forgetIfEmpty(ManagedResource resource) {
        ResourceState state = resource.state();
        if (state.active().isEmpty()
                && state.slot(SlotSide.A).artifact().isEmpty()
                && state.slot(SlotSide.B).artifact().isEmpty()) {
            resources.remove(resource.name(), resource);
            resource.front().close();
        }
    }
}
