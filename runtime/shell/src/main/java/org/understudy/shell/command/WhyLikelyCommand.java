package org.understudy.shell.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Supplier;
import org.understudy.predict.Evidence;
import org.understudy.predict.Predictor;

/** Tells what speaks for a resource being needed soon. */
final class WhyLikelyCommand implements Command {
    private final Supplier<Predictor> predictor;

    WhyLikelyCommand(Supplier<Predictor> predictor) {
        this.predictor = predictor;
    }

    @Override
    public Usage usage() {
        return Usage.of("why-likely", "tells what speaks for a resource being needed soon, the strongest first")
                .needs("NAME", Usage.Kind.RESOURCE)
                .with(Usage.JSON);
    }

    @Override
    public void run(Arguments arguments, Output output) {
        String name = arguments.word(0);
        List<Evidence> evidence = predictor.get().whyLikely(name);
        if (arguments.json()) {
            output.json(Json.array(evidence, WhyLikelyCommand::json));
            return;
        }
        if (evidence.isEmpty()) {
            output.line(Words.printable(name) + ": nothing speaks for it being needed soon");
            return;
        }
        Table table = new Table(">WEIGHT", ">SHARE", ">SEEN", "WHAT");
        for (Evidence each : evidence) {
            table.row(
                    Words.percent(each.weight()),
                    Words.percent(each.share()),
                    Words.number(each.seen(), "%.1f"),
                    Words.printable(each.what()));
        }
        output.table(table);
    }

    private static ObjectNode json(Evidence evidence) {
        ObjectNode node = Json.object().put("what", evidence.what());
        Json.put(node, "seen", evidence.seen());
        Json.put(node, "share", evidence.share());
        Json.put(node, "weight", evidence.weight());
        return node;
    }
}
