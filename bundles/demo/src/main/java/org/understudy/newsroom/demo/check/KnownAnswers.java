package org.understudy.newsroom.demo.check;

import java.util.concurrent.atomic.AtomicReferenceArray;
import org.understudy.newsroom.Answer;

/**
 * Tells a wrong answer. The first answer of a version to a question is what that version has to say each time; an
 * answer that claims to be of one version and says what another one says is wrong. Safe for use by many threads.
 */
public final class KnownAnswers {
    private final AtomicReferenceArray<Known> first = new AtomicReferenceArray<>(Part.values().length * Part.QUESTIONS);

    private record Known(String version, Object value, Known others) {}

    /** Whether this can be right. */
    public boolean accept(Part part, int question, Answer<?> answer) {
        return part.plausible(question, answer.value())
                && (!part.repeats()
                        || expected(part.ordinal() * Part.QUESTIONS + question, answer)
                                .equals(answer.value()));
    }

    private Object expected(int index, Answer<?> answer) {
        while (true) {
            Known head = first.get(index);
            for (Known known = head; known != null; known = known.others) {
                if (known.version.equals(answer.version())) {
                    return known.value;
                }
            }
            first.compareAndSet(index, head, new Known(answer.version(), answer.value(), head));
        }
    }
}
