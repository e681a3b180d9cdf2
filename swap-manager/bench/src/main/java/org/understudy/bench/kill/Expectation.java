package org.understudy.bench.kill;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What must be true of a home, from what its processes have acknowledged so far: in which worlds it may be found after a
 * kill, and which comments it must hold. A world says which version of each resource is on stage, with {@code ?} where
 * it is provisional. One home has one expectation, fed with all lines of all its processes.
 */
final class Expectation {
    private static final Map<String, String> FIRST =
            new TreeMap<>(Map.of("store", "1.0.0", "theme", "1.0.0", "feed", "1.0.0"));

    private Map<String, String> committed = FIRST;
    private Map<String, String> now = FIRST;
    private Set<Map<String, String>> allowed = Set.of(FIRST);
    private final Map<Long, Integer> acknowledged = new TreeMap<>();
    private final Set<Long> counted = new HashSet<>();
    private String kind = "boot";
    private Map<String, String> targets = Map.of();

    /** A process begins on the home. */
    void boots() {
        kind = "boot";
    }

    /** The process has ended, in whatever way. */
    void ended() {
        if (kind.equals("boot")) {
            // it may have come as far as taking back what was provisional after a good end, or not
            allowed = new HashSet<>(allowed);
            allowed.add(committed);
        }
    }

    /** What is under way: an operation, {@code boot}, or {@code nothing}. */
    String underWay() {
        return kind;
    }

    /**
     * Takes a line of the process.
     *
     * @return what is wrong, a sentence each
     */
    List<String> take(String line) {
        String[] words = line.split(" ");
        switch (words[0]) {
            case "trouble" -> {
                return List.of(line.substring("trouble ".length()));
            }
            case "stands" -> {
                return stands(world(words, 1));
            }
            case "kept" -> {
                return kept(Long.parseLong(words[1]), Integer.parseInt(words[2]));
            }
            case "wrote" -> acknowledged.put(Long.parseLong(words[1]), Integer.parseInt(words[2]));
            case "begin" -> begin(words[1], world(words, 2));
            case "ended" -> {
                return ended(words[1].equals("done"), world(words, 2));
            }
            case "stopped" -> allowed = Set.of(now);
            default -> {
                return List.of();
            }
        }
        return List.of();
    }

    private List<String> stands(Map<String, String> found) {
        List<String> wrong = allowed.contains(found)
                ? List.of()
                : List.of("wrong version: " + found + " is on stage, and it must be " + allowed);
        rests(found);
        return wrong;
    }

    /** Nothing is under way, and everything stands so: a kill now takes back what is provisional. */
    private void rests(Map<String, String> world) {
        now = world;
        Map<String, String> stood = new TreeMap<>(committed);
        world.forEach((name, version) -> {
            if (!version.endsWith("?")) {
                stood.put(name, version);
            }
        });
        committed = stood;
        allowed = Set.of(committed);
        kind = "nothing";
        targets = Map.of();
    }

    private List<String> kept(long run, int found) {
        int said = acknowledged.getOrDefault(run, 0);
        int most = counted.add(run) ? said + 1 : said; // one may have been on its way when the process was killed
        acknowledged.put(run, found);
        return found < said || found > most
                ? List.of("lost state: of run " + run + " there are " + found + " comments, and " + said
                        + " were acknowledged")
                : List.of();
    }

    private void begin(String what, Map<String, String> meant) {
        kind = what;
        targets = meant;
        Map<String, String> after = new TreeMap<>(committed);
        after.putAll(meant);
        boolean lasts = what.equals("commit") || what.endsWith("ollback") && !isProvisional(meant.keySet());
        allowed = switch (what) {
            case "stop" -> new HashSet<>(Arrays.asList(committed, now));
            default -> lasts ? new HashSet<>(Arrays.asList(committed, after)) : Set.of(committed);
        };
    }

    private boolean isProvisional(Set<String> names) {
        return names.stream().anyMatch(name -> now.get(name).endsWith("?"));
    }

    private List<String> ended(boolean done, Map<String, String> found) {
        Map<String, String> expected = new TreeMap<>(now);
        switch (kind) {
            case "swap", "groupSwap", "again" -> targets.forEach((name, version) -> expected.put(name, version + "?"));
            case "supersede" -> {
                expected.clear(); // with the version goes all that came with it: whatever is not named may have gone
                // back
                found.forEach((name, version) ->
                        expected.put(name, name(version).equals(committed.get(name)) ? version : now.get(name)));
                targets.forEach((name, version) -> expected.put(name, version + "?"));
            }
            case "rollback", "groupRollback", "commit" -> expected.putAll(targets);
            default -> {}
        }
        List<String> wrong = new ArrayList<>();
        boolean mayDiffer = !done && kind.equals("supersede");
        if (!mayDiffer && !found.equals(done ? expected : now)) {
            wrong.add(kind + " " + targets + (done ? "" : ", refused,") + " left " + found + " on stage instead of "
                    + (done ? expected : now));
        }
        rests(found);
        return wrong;
    }

    private static String name(String version) {
        return version.replace("?", "");
    }

    private static Map<String, String> world(String[] words, int from) {
        Map<String, String> world = new TreeMap<>();
        for (String word : Arrays.asList(words).subList(from, words.length)) {
            String[] parts = word.split("=");
            world.put(parts[0], parts[1]);
        }
        return world;
    }
}
