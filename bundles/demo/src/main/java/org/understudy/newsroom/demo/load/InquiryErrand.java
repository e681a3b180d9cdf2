package org.understudy.newsroom.demo.load;

import java.util.concurrent.atomic.AtomicInteger;
import org.understudy.newsroom.Answer;
import org.understudy.newsroom.demo.check.Checks;
import org.understudy.newsroom.demo.check.Part;
import org.understudy.newsroom.demo.check.Timeline;

/** A question to a service that was got once. */
final class InquiryErrand implements Errand {
    private final Part part;
    private final Object service;
    private final Checks checks;
    private final AtomicInteger number = new AtomicInteger();

    InquiryErrand(Part part, Object service, Checks checks) {
        this.part = part;
        this.service = service;
        this.checks = checks;
    }

    @Override
    public Judgement run() {
        Timeline.Epoch begun = checks.timelines().of(part).now();
        int question = number.getAndIncrement() & (Part.QUESTIONS - 1);
        Answer<?> answer = part.ask(service, question);
        return checks.answers().accept(part, question, answer)
                ? Judgement.of(part, answer.version(), begun, checks)
                : Judgement.failed("a wrong answer of version " + answer.version() + " to question " + question);
    }
}
