package org.understudy.newsroom.demo;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.understudy.newsroom.demo.check.Fault;
import org.understudy.newsroom.demo.check.Lineup;
import org.understudy.newsroom.demo.check.Part;
import org.understudy.newsroom.demo.play.Retreat;
import org.understudy.newsroom.demo.play.Trial;
import org.understudy.swap.SwapRecord;
import org.understudy.swap.Verdict;

/** What the judge did, from what the play saw and from what the swap-manager's records say. Immutable. */
final class Judging {
    private static final String JUDGE = "judge";
    private static final int MOST_ASKED = 10;

    private final Results results;

    Judging(Results results) {
        this.results = results;
    }

    /** How many faulty versions the judge has taken back. */
    long caught() {
        return results.logbook().trials().stream().filter(Trial::caught).count();
    }

    /** How many it has to, of those that were left to it: two of three, and no more than ten. */
    long asked() {
        return Math.min(MOST_ASKED, results.logbook().trials().size() * 2L / 3);
    }

    /** How many swaps the judge has committed. */
    long committedByJudge() {
        return decided("committed").filter(d -> d.by().equals(JUDGE)).count();
    }

    /** How many somebody else has. */
    long committedByHand() {
        return decided("committed").filter(d -> !d.by().equals(JUDGE)).count();
    }

    private java.util.stream.Stream<SwapRecord.Decision> decided(String what) {
        return results.records().stream().flatMap(r -> r.decisions().stream()).filter(d -> d.what()
                .equals(what));
    }

    /** For each faulty version that was left to the judge, what became of it. */
    Map<String, Object> verdicts() {
        Map<String, Object> verdicts = new LinkedHashMap<>();
        for (Fault fault : Fault.values()) {
            List<Trial> trials = results.logbook().trials().stream()
                    .filter(t -> t.fault() == fault)
                    .toList();
            if (!trials.isEmpty()) {
                verdicts.put(fault.label(), verdict(fault, trials));
            }
        }
        return verdicts;
    }

    private Map<String, Object> verdict(Fault fault, List<Trial> trials) {
        Optional<Verdict> said = failing(fault.part(), fault.version());
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("outcome", said.map(v -> v.outcome().name()).orElse("NONE"));
        line.put("reason", said.map(Verdict::reason).orElse("the judge has said nothing"));
        line.put("tried", trials.size());
        line.put("caught", trials.stream().filter(Trial::caught).count());
        line.put("millis", trials.stream().mapToDouble(Trial::millis).max().orElse(0));
        line.put("eachMillis", trials.stream().map(Trial::millis).toList());
        line.put(
                "failedCalls",
                results.ledger().byVersion().getOrDefault(fault.part().resource() + " " + fault.version(), 0L));
        return line;
    }

    /** The latest verdict on this version, a failing one before all others. */
    private Optional<Verdict> failing(Part part, String version) {
        List<Verdict> all = results.records().stream()
                .filter(r -> !r.back() && brought(r, part, version))
                .flatMap(r -> r.decisions().stream())
                .flatMap(d -> d.verdict().stream())
                .toList();
        return all.stream()
                .filter(v -> v.outcome() == Verdict.Outcome.FAIL)
                .findFirst()
                .or(() -> all.stream().findFirst());
    }

    private static boolean brought(SwapRecord swap, Part part, String version) {
        return swap.members().stream()
                .anyMatch(m -> m.resource().equals(part.resource())
                        && m.to().filter(version::equals).isPresent());
    }

    /** The good versions that the judge has taken back, in words with the reason. */
    List<String> falseAlarms() {
        return results.logbook().falseAlarms().stream().map(this::words).toList();
    }

    private String words(Retreat retreat) {
        Lineup from = retreat.from();
        String reason = from.parts().stream()
                .flatMap(part -> failing(part, from.version(part)).stream())
                .filter(v -> v.outcome() == Verdict.Outcome.FAIL)
                .map(Verdict::reason)
                .findFirst()
                .orElse("no reason stands in the record");
        return from.names() + " " + from.numbers() + ": " + reason;
    }
}
