package org.understudy.newsroom.demo.load;

import java.net.http.HttpResponse;
import java.util.Optional;
import org.understudy.newsroom.demo.check.Checks;
import org.understudy.newsroom.demo.check.Fault;
import org.understudy.newsroom.demo.check.Part;
import org.understudy.newsroom.demo.check.Timeline;

/**
 * What a page's response came to.
 *
 * @param mark the judgement
 * @param reason the reason, where it is not good
 */
record PageAnswer(Mark mark, String reason) {
    private static final String VERSIONS = "X-Understudy";
    private static final String FAULT = "X-Understudy-Fault";

    /** Judges a response to a request that began in the given epochs. */
    static PageAnswer of(HttpResponse<String> response, Timeline.Epoch[] begun, Checks checks) {
        if (response.statusCode() == 500) {
            Optional<String> fault = response.headers().firstValue(FAULT).filter(PageAnswer::onPurpose);
            if (fault.isPresent()) {
                return new PageAnswer(Mark.FAULT, fault.get());
            }
        }
        if (response.statusCode() != 200) {
            return new PageAnswer(Mark.FAILED, "status " + response.statusCode());
        }
        if (!response.body().contains("</html>")) {
            return new PageAnswer(
                    Mark.FAILED, "an incomplete page of " + response.body().length() + " characters");
        }
        return response.headers()
                .firstValue(VERSIONS)
                .map(versions -> judge(versions, begun, checks))
                .orElseGet(() -> new PageAnswer(Mark.FAILED, "no header " + VERSIONS));
    }

    private static PageAnswer judge(String versions, Timeline.Epoch[] begun, Checks checks) {
        PageAnswer worst = new PageAnswer(Mark.GOOD, "");
        for (String pair : versions.split(",")) {
            String[] named = pair.strip().split("=", 2);
            Optional<Part> part = Part.named(named[0]);
            if (part.isEmpty() || named.length < 2) {
                return new PageAnswer(Mark.FAILED, "the header names '" + pair.strip() + "'");
            }
            Timeline.Verdict verdict =
                    checks.timelines().of(part.get()).judge(begun[part.get().ordinal()], named[1]);
            if (verdict == Timeline.Verdict.UNKNOWN) {
                return new PageAnswer(Mark.FAILED, "answered by " + pair.strip() + ", which was never on stage");
            }
            if (verdict == Timeline.Verdict.STALE) {
                worst = new PageAnswer(Mark.STALE, "a stale answer of " + pair.strip());
            }
        }
        return worst;
    }

    private static boolean onPurpose(String fault) {
        String[] named = fault.strip().split("=", 2);
        return named.length == 2
                && Part.named(named[0])
                        .filter(p -> Fault.throwsOnPurpose(p, named[1]))
                        .isPresent();
    }
}
