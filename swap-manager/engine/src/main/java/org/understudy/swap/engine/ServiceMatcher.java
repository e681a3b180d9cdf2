package org.understudy.swap.engine;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Matches the services of a version with the handles of its resource: first by what identifies them, then by being
 * the only ones left. What stays ambiguous is refused, never guessed.
 */
final class ServiceMatcher {
    private final Collection<Handle> handles;
    private final int nextIndex;

    /**
     * Creates a matcher.
     *
     * @param handles the handles that are there
     * @param nextIndex the first index no handle of the resource ever had
     */
    ServiceMatcher(Collection<Handle> handles, int nextIndex) {
        this.handles = handles;
        this.nextIndex = nextIndex;
    }

    /**
     * Gives each handle a service.
     *
     * @throws Refusal if more than one service could play a handle
     */
    Casting match(Offer offer) throws Refusal {
        Map<Handle, Offer.Service> cast = new LinkedHashMap<>();
        List<Handle> open = new ArrayList<>(handles);
        for (Handle handle : handles) {
            List<Offer.Service> same = offer.services().stream()
                    .filter(service -> service.shape().covers(handle.shape())
                            && !handle.shape().identity().isEmpty()
                            && service.shape().identity().equals(handle.shape().identity()))
                    .toList();
            if (same.size() == 1) {
                cast.put(handle, same.get(0));
                open.remove(handle);
            }
        }
        for (Handle handle : List.copyOf(open)) {
            List<Offer.Service> free = offer.services().stream()
                    .filter(service -> service.shape().covers(handle.shape()) && !playsLike(cast, service, handle))
                    .toList();
            long rivals = open.stream()
                    .filter(other ->
                            other.shape().interfaces().equals(handle.shape().interfaces()))
                    .count();
            if (free.size() > 1 || free.size() == 1 && rivals > 1) {
                throw new Refusal("more than one service could stand behind "
                        + handle.shape().label() + ": "
                        + free.stream().map(service -> service.shape().label()).collect(Collectors.joining("; "))
                        + "; give each a service property 'understudy.id' that stays the same in every version");
            }
            if (free.size() == 1) {
                cast.put(handle, free.get(0));
                open.remove(handle);
            }
        }
        List<Handle> mirrored = new ArrayList<>();
        List<Handle> replaced = new ArrayList<>();
        cast.forEach((handle, service) -> {
            if (!handle.shape().canBecome(service.shape())) {
                replaced.add(handle);
            } else if (!handle.shape().looksLike(service.shape())) {
                mirrored.add(new Handle(handle.index(), handle.shape().showing(service.shape())));
            }
        });
        List<Handle> added = added(offer, cast, replaced);
        return new Casting(cast, added, mirrored, replaced, open);
    }

    private static boolean playsLike(Map<Handle, Offer.Service> cast, Offer.Service service, Handle handle) {
        return cast.entrySet().stream()
                .anyMatch(entry -> entry.getValue() == service
                        && entry.getKey()
                                .shape()
                                .interfaces()
                                .equals(handle.shape().interfaces()));
    }

    /** What a service offers beyond the handles it plays becomes a handle of its own. */
    private List<Handle> added(Offer offer, Map<Handle, Offer.Service> cast, Collection<Handle> replaced) {
        List<Handle> added = new ArrayList<>();
        for (Offer.Service service : offer.services()) {
            TreeSet<String> covered = new TreeSet<>();
            cast.forEach((handle, player) -> {
                if (player == service && !replaced.contains(handle)) {
                    covered.addAll(handle.shape().interfaces());
                }
            });
            ServiceShape rest = service.shape().without(covered);
            if (!rest.interfaces().isEmpty()) {
                added.add(new Handle(nextIndex + added.size(), rest));
                cast.put(added.get(added.size() - 1), service);
            }
        }
        return added;
    }
}
