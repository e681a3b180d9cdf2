package org.understudy.shell.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.understudy.predict.ModelQuality;
import org.understudy.predict.Outlook;
import org.understudy.predict.Predictor;

/** Tells what is likely to be needed, and how good the models are that say so. */
final class PredictCommand implements Command {
    private static final Usage.Option USER =
            new Usage.Option("--user", Usage.USER, "what this one needs, instead of anyone");
    private static final Usage.Option AT =
            new Usage.Option("--at", "TIME", "when, instead of now: 2026-11-27T10:30:00Z, 2026-11-27T10:30, 10:30");
    private static final Usage.Option QUALITY =
            new Usage.Option("--quality", "", "how well each model has done lately; * is the one that is trusted");

    private final Supplier<Predictor> predictor;

    PredictCommand(Supplier<Predictor> predictor) {
        this.predictor = predictor;
    }

    @Override
    public Usage usage() {
        return Usage.of("predict", "tells how likely each resource is to be needed soon, the likeliest first")
                .with(USER)
                .with(AT)
                .with(QUALITY)
                .with(Usage.JSON);
    }

    @Override
    public void run(Arguments arguments, Output output) {
        if (arguments.has(QUALITY.flag())) {
            quality(arguments, output);
        } else {
            outlook(arguments, output);
        }
    }

    private void outlook(Arguments arguments, Output output) {
        Optional<String> user = arguments.value(USER.flag()).map(UserName::checked);
        Optional<Instant> at = arguments.value(AT.flag()).map(typed -> Moment.parse(AT.flag(), typed));
        Predictor current = predictor.get();
        Outlook outlook = user.map(name -> current.user(name, at))
                .orElseGet(() -> at.map(current::anyone).orElseGet(current::anyone));
        List<Outlook.Likelihood> likeliest = outlook.resources().stream()
                .sorted(Comparator.comparingDouble(Outlook.Likelihood::within).reversed())
                .toList();
        if (arguments.json()) {
            output.json(json(outlook, likeliest));
            return;
        }
        output.line(headline(outlook, user.isPresent()));
        if (likeliest.isEmpty()) {
            output.line("nothing that was needed yet makes anything likely");
            return;
        }
        output.table(outlook(likeliest));
        if (outlook.unseen() > 0) {
            output.line("next comes something never seen: " + Words.percent(outlook.unseen()));
        }
    }

    private static String headline(Outlook outlook, boolean ofOne) {
        return "needed by " + (ofOne ? "this user" : "anyone") + " within " + outlook.horizon() + " events"
                + (ofOne ? "" : " of each user") + ", as of " + Whys.time(outlook.at()) + ", says "
                + Words.printable(outlook.model());
    }

    private static Table outlook(List<Outlook.Likelihood> likeliest) {
        Table table = new Table("RESOURCE", "WITHIN", ">", ">NEXT");
        for (Outlook.Likelihood each : likeliest) {
            table.row(
                    Words.printable(each.resource()),
                    Words.bar(each.within()),
                    Words.percent(each.within()),
                    Words.percent(each.next()));
        }
        return table;
    }

    private static ObjectNode json(Outlook outlook, List<Outlook.Likelihood> likeliest) {
        ObjectNode node = Json.object()
                .put("at", outlook.at().toString())
                .put("model", outlook.model())
                .put("horizon", outlook.horizon());
        Json.put(node, "unseen", outlook.unseen());
        node.set("resources", Json.array(likeliest, each -> Json.object()
                .put("resource", each.resource())
                .put("next", each.next())
                .put("within", each.within())));
        return node;
    }

    private void quality(Arguments arguments, Output output) {
        if (arguments.has(USER.flag()) || arguments.has(AT.flag())) {
            throw Arguments.misused(usage(), "--quality is about the models: leave --user and --at out");
        }
        List<ModelQuality> models = predictor.get().quality();
        if (arguments.json()) {
            output.json(Json.array(models, PredictCommand::json));
            return;
        }
        output.table(comparison(models));
        models.stream()
                .filter(each -> each.trusted() && each.baseline())
                .forEach(each -> output.line(instead(models, Words.printable(each.model()))));
    }

    /** Why a simple rule is gone by. */
    private static String instead(List<ModelQuality> models, String rule) {
        return models.stream().allMatch(ModelQuality::baseline)
                ? "no model gives sensible answers: what is likely is told by " + rule + " until one does"
                : "the model did worse than " + rule + " for long: what is likely is told by that, until the model is"
                        + " better again for as long";
    }

    private static Table comparison(List<ModelQuality> models) {
        Table table = new Table("MODEL", ">EVENTS", ">HIT@1", ">HIT@5", ">MRR", ">BITS", ">CALIBRATION", "TRUSTED");
        for (ModelQuality each : models) {
            table.row(
                    Words.printable(each.model()),
                    each.events(),
                    Words.percent(each.hit1()),
                    Words.percent(each.hit5()),
                    Words.number(each.reciprocalRank(), "%.3f"),
                    Words.number(each.bits(), "%.3f"),
                    Words.number(each.calibrationError(), "%.3f"),
                    each.trusted() ? new Table.Cell("*", each.baseline() ? Tone.BUSY : Tone.GOOD) : "");
        }
        return table;
    }

    private static ObjectNode json(ModelQuality quality) {
        ObjectNode node = Json.object()
                .put("model", quality.model())
                .put("trusted", quality.trusted())
                .put("baseline", quality.baseline())
                .put("events", quality.events());
        Json.put(node, "hit1", quality.hit1());
        Json.put(node, "hit5", quality.hit5());
        Json.put(node, "reciprocalRank", quality.reciprocalRank());
        Json.put(node, "bits", quality.bits());
        Json.put(node, "calibrationError", quality.calibrationError());
        return node;
    }
}
