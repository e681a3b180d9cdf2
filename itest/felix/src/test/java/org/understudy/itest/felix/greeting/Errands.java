package org.understudy.itest.felix.greeting;

import java.util.Iterator;
import java.util.concurrent.CompletionStage;

/** Answers of the kinds that live on after the call which brought them. */
public interface Errands {
    /** Goes through words, one at a time. */
    Iterator<String> words();

    /** The same, all at once. */
    Iterator<String> copiedWords();

    /** Something to call back. */
    Runnable callback();

    /** Something, of a type that the contract does not tell. */
    Object greeted();

    /** The version that answers, in its own time. */
    CompletionStage<String> later();
}
