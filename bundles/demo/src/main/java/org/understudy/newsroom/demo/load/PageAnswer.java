package org.understudy.newsroom.demo.load;

import java.net.http.HttpResponse;
import java.util.Optional;
import org.understudy.newsroom.demo.check.Checks;
import org.understudy.newsroom.demo.check.Fault;
import org.understudy.newsroom.demo.check.Part;
import org.understudy.newsroom.demo.check.Timeline;

/**
 * What a response came to, for each resource that has to have had a hand in it.
 *
 * @param servlet the part that answers this address
 * @param page what the answer of that part came to
 * @param filter what its way through the filter came to
 */
record PageAnswer(Part servlet, Judgement page, Judgement filter) {
    private static final String VERSIONS = "X-Understudy";
    private static final String FAULT = "X-Understudy-Fault";
    private static final String STAMP = "X-Understudy-Stamp";
    private static final String LIVE = "X-Understudy-Live";

    /** Judges the response to a request that began in the given epochs. */
    static PageAnswer of(Part servlet, HttpResponse<String> response, Timeline.Epoch[] begun, Checks checks) {
        Judgement page = servlet == Part.LIVE ? live(response, begun, checks) : page(response, begun, checks);
        return new PageAnswer(servlet, page, header(STAMP, Part.STAMP, response, begun, checks));
    }

    /** There is no response. */
    static PageAnswer none(Part servlet, String reason) {
        return new PageAnswer(servlet, Judgement.failed(reason), Judgement.failed(reason));
    }

    /** Both together. */
    Judgement worst() {
        return page.or(filter);
    }

    private static Judgement live(HttpResponse<String> response, Timeline.Epoch[] begun, Checks checks) {
        if (response.statusCode() != 200) {
            return Judgement.failed("status " + response.statusCode());
        }
        return header(LIVE, Part.LIVE, response, begun, checks);
    }

    private static Judgement page(HttpResponse<String> response, Timeline.Epoch[] begun, Checks checks) {
        if (response.statusCode() == 500) {
            Optional<String> fault = response.headers().firstValue(FAULT).filter(PageAnswer::onPurpose);
            if (fault.isPresent()) {
                return new Judgement(Mark.FAULT, fault.get());
            }
        }
        if (response.statusCode() != 200) {
            return Judgement.failed("status " + response.statusCode());
        }
        if (!response.body().contains("</html>")) {
            return Judgement.failed("an incomplete page of " + response.body().length() + " characters");
        }
        return response.headers()
                .firstValue(VERSIONS)
                .map(versions -> versions(versions, begun, checks))
                .orElseGet(() -> Judgement.failed("no header " + VERSIONS));
    }

    private static Judgement versions(String versions, Timeline.Epoch[] begun, Checks checks) {
        Judgement worst = Judgement.GOOD;
        boolean signed = false;
        for (String pair : versions.split(",")) {
            String[] named = pair.strip().split("=", 2);
            Optional<Part> part = Part.named(named[0]);
            if (part.isEmpty() || named.length < 2) {
                return Judgement.failed("the header names '" + pair.strip() + "'");
            }
            signed |= part.get() == Part.PAGE;
            worst = worst.or(Judgement.of(part.get(), named[1], begun[part.get().ordinal()], checks));
        }
        return signed ? worst : Judgement.failed("the header " + VERSIONS + " does not name the page");
    }

    private static Judgement header(
            String name, Part part, HttpResponse<String> response, Timeline.Epoch[] begun, Checks checks) {
        return response.headers()
                .firstValue(name)
                .map(version -> Judgement.of(part, version.strip(), begun[part.ordinal()], checks))
                .orElseGet(() -> Judgement.failed("no header " + name + " on status " + response.statusCode()));
    }

    private static boolean onPurpose(String fault) {
        String[] named = fault.strip().split("=", 2);
        return named.length == 2
                && Part.named(named[0])
                        .filter(p -> Fault.throwsOnPurpose(p, named[1]))
                        .isPresent();
    }
}
