package org.understudy.bench.kill.inside;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.understudy.swap.Candidate;
import org.understudy.swap.GroupMember;
import org.understudy.swap.ResourceStatus;
import org.understudy.swap.SwapManager;
import org.understudy.swap.SwapRequest;
import org.understudy.swap.WayBack;

/**
 * What the actor does; each is said before it begins and after it has returned, with how everything stands then. What
 * returns something says whether it was done; otherwise it was refused.
 */
final class Operations {
    private final SwapManager manager;
    private final Survey survey;
    private final Writer writer;
    private final Bundle framework;
    /** Which resources came on stage together in this run, by resource. */
    private final Map<String, List<String>> together = new TreeMap<>();

    Operations(SwapManager manager, Survey survey, Writer writer, Bundle framework) {
        this.manager = manager;
        this.survey = survey;
        this.writer = writer;
        this.framework = framework;
    }

    /** The resources that are provisional, or those that are not. */
    List<String> resources(boolean provisional) {
        return manager.resources().stream()
                .filter(resource -> resource.provisional().isPresent() == provisional)
                .map(ResourceStatus::name)
                .toList();
    }

    /** Those that are not provisional, and were flipped in this run: it is known who came with them. */
    List<String> withWayBack() {
        return resources(false).stream()
                .filter(name -> together.containsKey(name)
                        && manager.resource(name).wayBack().isPresent())
                .toList();
    }

    boolean swap(List<String> names) {
        Map<String, String> targets = new TreeMap<>();
        names.forEach(name -> targets.put(name, otherVersion(name)));
        return swap(
                names.size() > 1 ? "groupSwap" : "swap",
                targets,
                SwapRequest.of(names.stream()
                        .map(name -> new GroupMember(name, other(name)))
                        .toList()));
    }

    /** There are two versions: what supersedes the one is a fresh generation of the other, on stage again by then. */
    boolean supersede(String name) {
        return swap(
                "supersede",
                Map.of(name, wayBack(name)),
                SwapRequest.of(List.of(new GroupMember(name, Candidate.again())))
                        .superseding());
    }

    private boolean swap(String kind, Map<String, String> targets, SwapRequest request) {
        List<String> names = List.copyOf(targets.keySet());
        return perform(kind, targets, () -> {
            boolean flipped =
                    manager.swap(request).stream().allMatch(result -> flipped(result.flipped(), result.reason()));
            if (flipped) {
                names.forEach(name -> together.put(name, names));
            }
            return flipped;
        });
    }

    void again(String name) {
        perform("again", Map.of(name, version(name)), () -> {
            boolean flipped = manager.swap(name, Candidate.again()).flipped();
            if (flipped) {
                together.put(name, List.of(name));
            }
            return flipped;
        });
    }

    boolean stage(String name) {
        return perform("stage", Map.of(name, otherVersion(name)), () -> {
            var result = manager.stage(name, other(name));
            return flipped(result instanceof org.understudy.swap.StageResult.Staged, result.toString());
        });
    }

    boolean rollback(String name) {
        Map<String, String> targets = new TreeMap<>();
        for (String each : members(name)) {
            targets.put(each, wayBack(each));
        }
        return perform(targets.size() > 1 ? "groupRollback" : "rollback", targets, () -> {
            var result = manager.rollback(name);
            if (result.flipped()) {
                targets.keySet().forEach(together::remove);
            }
            return flipped(result.flipped(), result.reason());
        });
    }

    boolean commit(String name) {
        return perform("commit", standing(members(name)), () -> {
            var result = manager.commit(name, "actor", "");
            return flipped(result.outcome() == org.understudy.swap.BakeResult.Outcome.COMMITTED, result.reason());
        });
    }

    void pause(String name) {
        boolean paused = manager.resource(name).provisional().orElseThrow().paused();
        perform("pause", standing(members(name)), () -> {
            var result = paused ? manager.resume(name, "actor", "") : manager.pause(name, "actor", "");
            return flipped(result.outcome() != org.understudy.swap.BakeResult.Outcome.REFUSED, result.reason());
        });
    }

    /** The end in good order. */
    void stop() {
        Actor.say("begin stop");
        writer.ends();
        try {
            framework.stop();
        } catch (BundleException e) {
            Actor.say("trouble the framework did not stop: " + e);
        }
    }

    private static boolean flipped(boolean flipped, String reason) {
        if (!flipped) {
            Actor.say("refused " + reason);
        }
        return flipped;
    }

    private boolean perform(String kind, Map<String, String> targets, Supplier<Boolean> work) {
        Actor.say("begin " + kind + " "
                + targets.entrySet().stream()
                        .map(target -> target.getKey() + "=" + target.getValue())
                        .collect(Collectors.joining(" ")));
        boolean done = work.get();
        Actor.say("ended " + (done ? "done " : "refused ") + survey.standing());
        return done;
    }

    /** All that stand or fall with this one. */
    private List<String> members(String name) {
        var provisional = manager.resource(name).provisional();
        if (provisional.isEmpty()) {
            return together.getOrDefault(name, List.of(name));
        }
        long swap = provisional.get().swap();
        return manager.resources().stream()
                .filter(each -> each.provisional().filter(p -> p.swap() == swap).isPresent())
                .map(ResourceStatus::name)
                .toList();
    }

    private Map<String, String> standing(List<String> names) {
        return names.stream().collect(Collectors.toMap(name -> name, this::version, (a, b) -> a, TreeMap::new));
    }

    private String wayBack(String name) {
        return manager.resource(name).wayBack().map(WayBack::version).orElse("none");
    }

    private String version(String name) {
        return manager.resource(name).activeVersion().orElse("none");
    }

    private String otherVersion(String name) {
        return version(name).equals("1.0.0") ? "1.1.0" : "1.0.0";
    }

    private Candidate other(String name) {
        return Candidate.version(otherVersion(name)).allowingLower();
    }
}
