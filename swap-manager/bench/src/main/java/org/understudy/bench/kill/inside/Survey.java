package org.understudy.bench.kill.inside;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.understudy.newsroom.ArticleStore;
import org.understudy.newsroom.Comment;
import org.understudy.newsroom.Feed;
import org.understudy.newsroom.Guestbook;
import org.understudy.newsroom.Page;
import org.understudy.newsroom.Theme;
import org.understudy.swap.ResourceStatus;
import org.understudy.swap.SlotState;
import org.understudy.swap.SlotStatus;
import org.understudy.swap.SwapManager;

/** Looks at everything that can be seen, and says what is not as it must be. */
final class Survey {
    private static final List<String> RESOURCES = List.of("feed", "store", "theme");

    private final Services services;

    Survey(Services services) {
        this.services = services;
    }

    /** Which version of each resource is on stage, as {@code theme=1.1.0}; with {@code ?} where it is provisional. */
    String standing() {
        SwapManager manager = services.get(SwapManager.class);
        List<ResourceStatus> resources = manager.resources();
        if (!resources.stream().map(ResourceStatus::name).toList().equals(RESOURCES)) {
            Actor.say("trouble the resources are " + resources);
        }
        resources.forEach(resource -> look(resource, manager.slots(resource.name())));
        return resources.stream()
                .map(resource -> resource.name() + "="
                        + resource.activeVersion().orElse("none")
                        + (resource.provisional().isPresent() ? "?" : ""))
                .collect(Collectors.joining(" "));
    }

    private void look(ResourceStatus resource, List<SlotStatus> slots) {
        long active = slots.stream().filter(SlotStatus::active).count();
        boolean quarantined = slots.stream().anyMatch(slot -> slot.state() == SlotState.QUARANTINED);
        boolean serves = resource.state() == ResourceStatus.State.ACTIVE
                || resource.state() == ResourceStatus.State.PROVISIONAL
                || resource.state() == ResourceStatus.State.DRAINING;
        if (active != 1 || quarantined || !serves) {
            Actor.say("trouble " + resource.name() + " is " + resource.state() + " (" + resource.note()
                    + "), with the slots " + slots);
        }
        String says = resource.activeVersion().orElse("none");
        for (Map.Entry<String, String> answer : answers(resource.name()).entrySet()) {
            if (!answer.getValue().equals(says)) {
                Actor.say("trouble " + resource.name() + " is said to be " + says + ", and its " + answer.getKey()
                        + " is answered by " + answer.getValue());
            }
        }
    }

    private Map<String, String> answers(String resource) {
        return switch (resource) {
            case "store" ->
                Map.of(
                        "articles", services.get(ArticleStore.class).latest(1).version(),
                        "guestbook", services.get(Guestbook.class).readings("x").version());
            case "theme" ->
                Map.of(
                        "pages",
                        services.get(Theme.class)
                                .dress(new Page("title", "/", "<p>text</p>", List.of(), 1, List.of()))
                                .version());
            case "feed" ->
                Map.of("headlines", services.get(Feed.class).headlines(1).version());
            default -> Map.of();
        };
    }

    /** How many comments there are of each run before this one: from the first on, each once. */
    void guestbook(long run) {
        Guestbook guestbook = services.get(Guestbook.class);
        for (long before = 1; before < run; before++) {
            List<String> found = new ArrayList<>();
            for (Comment comment : guestbook
                    .comments(Writer.slug(before), Guestbook.MOST_COMMENTS)
                    .value()) {
                found.add(comment.text());
            }
            List<String> expected = IntStream.rangeClosed(1, found.size())
                    .mapToObj(Integer::toString)
                    .toList();
            if (!found.equals(expected)) {
                Actor.say("trouble the comments of run " + before + " are " + found);
            }
            Actor.say("kept " + before + " " + found.size());
        }
    }
}
