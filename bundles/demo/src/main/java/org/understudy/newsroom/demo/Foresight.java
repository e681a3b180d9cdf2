package org.understudy.newsroom.demo;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.understudy.predict.ModelQuality;
import org.understudy.predict.Outlook;
import org.understudy.predict.Predictor;
import org.understudy.predict.UsageFigures;

/**
 * What the predictor has made of the readers' usage, at the end of the load.
 *
 * @param usage what was taken in
 * @param quality how well each model has done on it, the trusted one first
 * @param outlook what anyone is expected to need
 */
record Foresight(UsageFigures usage, List<ModelQuality> quality, Outlook outlook) {
    Foresight {
        quality = List.copyOf(quality);
    }

    /** Asks the predictor; empty where there is none. */
    static Optional<Foresight> ask(BundleContext context) {
        ServiceReference<Predictor> reference = context.getServiceReference(Predictor.class);
        Predictor predictor = reference == null ? null : context.getService(reference);
        if (predictor == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Foresight(predictor.usage(), predictor.quality(), predictor.anyone()));
        } finally {
            context.ungetService(reference);
        }
    }

    /** Whether usage should have been taken and was not. */
    boolean blind() {
        return usage.on() && usage.events() == 0;
    }

    /** Its part of the report. */
    Map<String, Object> report() {
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("events", usage.events());
        report.put("dropped", usage.dropped());
        report.put("users", usage.knownUsers());
        report.put("models", quality.stream().map(Foresight::model).toList());
        report.put("likely", outlook.resources().stream().map(Foresight::likely).toList());
        report.put("needed", needed());
        return report;
    }

    private static Map<String, Object> model(ModelQuality quality) {
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("name", quality.model());
        model.put("trusted", quality.trusted());
        model.put("baseline", quality.baseline());
        model.put("events", quality.events());
        model.put("hit1", quality.hit1());
        model.put("hit5", quality.hit5());
        model.put("reciprocalRank", quality.reciprocalRank());
        model.put("bits", quality.bits());
        model.put("calibrationError", quality.calibrationError());
        return model;
    }

    private static Map<String, Object> likely(Outlook.Likelihood likelihood) {
        Map<String, Object> likely = new LinkedHashMap<>();
        likely.put("resource", likelihood.resource());
        likely.put("within", likelihood.within());
        return likely;
    }

    private Map<String, Object> needed() {
        Map<String, Object> needed = new LinkedHashMap<>();
        usage.resources().forEach(count -> needed.put(count.resource(), count.times()));
        return needed;
    }

    /** It in one line, for people. */
    String line() {
        return String.format(
                        "%,d events of %d sessions, %,d more dropped",
                        usage.events(), usage.knownUsers(), usage.dropped())
                + quality.stream()
                        .map(q -> String.format("%s %.1f %%, %.1f %%", q.model(), 100 * q.hit1(), 100 * q.hit5()))
                        .collect(Collectors.joining("; ", "; the first guess came, one of five did: ", ""));
    }
}
