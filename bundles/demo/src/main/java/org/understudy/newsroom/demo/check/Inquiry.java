package org.understudy.newsroom.demo.check;

import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import org.understudy.newsroom.Answer;

/**
 * What a service is asked, and what an answer has to look like.
 *
 * @param contract the interface through which it is called
 * @param question makes the call of a number
 * @param plausible whether a value can be an answer to that call, whatever the version
 * @param repeats whether one version gives the same answer to the same question each time
 * @param <S> the contract
 */
record Inquiry<S>(
        Class<S> contract,
        BiFunction<S, Integer, Answer<?>> question,
        BiPredicate<Integer, Object> plausible,
        boolean repeats) {
    /** One whose answers are looked at only one by one. */
    static <S> Inquiry<S> of(
            Class<S> contract, BiFunction<S, Integer, Answer<?>> question, BiPredicate<Integer, Object> plausible) {
        return new Inquiry<>(contract, question, plausible, false);
    }

    /** The same, of a service whose versions repeat themselves. */
    Inquiry<S> repeating() {
        return new Inquiry<>(contract, question, plausible, true);
    }

    Answer<?> ask(Object service, int number) {
        return question.apply(contract.cast(service), number);
    }
}
