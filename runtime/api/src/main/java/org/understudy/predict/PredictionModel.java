package org.understudy.predict;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * What the predictor asks: an online model of what each user needs next. A bundle that registers one puts it in the place
 * of the model that comes along; the one with the highest ranking is asked.
 *
 * <p>Called by one thread at a time. It reads no clock: all times are told, in milliseconds since 1970, and may go back.
 * Users are numbers that say nothing about who they are. An answer that is no set of probabilities is refused, and where
 * one throws, the model before it goes on.
 */
@ConsumerType
public interface PredictionModel {
    /** For people. */
    String name();

    /** Of each resource the probability that it is the next one the user needs, and that of one never seen. */
    Next next(long user, long millis);

    /** Of each resource the probability that the user needs it within the next {@link #horizon} needs; the likeliest first. */
    List<Scored> within(long user, long millis);

    /** How many needs the horizon is. */
    int horizon();

    /** The user needs this resource now. */
    void learn(long user, long millis, String resource);

    /**
     * A circumstance of all needs from now on: a feature flag, the variant of an experiment, a deployment, a feed. An empty
     * value ends it.
     */
    void circumstance(String name, String value);

    /** Forgets a user: what is known of it, and what it has added to anything else, as far as that is known. */
    void forget(long user);

    /** What it remembers of a user, for that user to be told. */
    default Remembered remembered(long user) {
        return Remembered.NOTHING;
    }

    /** What speaks for this resource being needed next by this user, the strongest first. */
    List<Evidence> why(long user, long millis, String resource);

    /** How much memory it takes, about. */
    long bytes();

    /** Writes all that it has learned. */
    void save(OutputStream out) throws IOException;

    /**
     * Reads what {@link #save} wrote, in the place of what it has learned so far. Where there is not a single byte it begins
     * anew: numbers of users may mean others from then on.
     *
     * @throws IOException if this is damaged, or of a format that it does not know; it has then changed nothing
     */
    void load(InputStream in) throws IOException;

    /**
     * A resource with its probability.
     *
     * @param resource its name
     * @param probability from 0 to 1
     */
    record Scored(String resource, double probability) {}

    /**
     * What a model remembers of a user.
     *
     * @param recent the resources that were needed last, each once, the latest first
     * @param events of how many needs its counts are made
     */
    record Remembered(List<String> recent, long events) {
        /** Of a user whom it does not know. */
        public static final Remembered NOTHING = new Remembered(List.of(), 0);

        /** Copies the list. */
        public Remembered {
            recent = List.copyOf(recent);
        }
    }

    /**
     * What may come next.
     *
     * @param unseen the probability that it is a resource never seen
     * @param resources the likeliest first; with {@code unseen} they sum to at most one
     */
    record Next(double unseen, List<Scored> resources) {
        /** Copies the list. */
        public Next {
            resources = List.copyOf(resources);
        }
    }
}
