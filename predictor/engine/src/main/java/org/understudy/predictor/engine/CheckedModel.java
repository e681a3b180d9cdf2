package org.understudy.predictor.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.understudy.predict.Evidence;
import org.understudy.predict.PredictionModel;
import org.understudy.predict.PredictionModel.Next;
import org.understudy.predict.PredictionModel.Remembered;
import org.understudy.predict.PredictionModel.Scored;

/** Asks a model, and believes nothing that is no set of probabilities. */
final class CheckedModel {
    /** More resources than this nobody can tell apart, and they would fill the memory. */
    static final int MOST_LISTED = 65_536;

    private static final double TOLERANCE = 1e-6;

    private final PredictionModel model;
    private final String name;

    /**
     * Checks a model.
     *
     * @throws ModelFailure if it cannot even tell its name
     */
    CheckedModel(PredictionModel model) throws ModelFailure {
        this.model = model;
        this.name = call("name", "the model", model::name);
    }

    String name() {
        return name;
    }

    Next next(long user, long millis) throws ModelFailure {
        Next next = call("next", name, () -> {
            Next stated = model.next(user, millis);
            return new Next(stated.unseen(), copy(stated.resources()));
        });
        check(next.unseen(), "something unseen");
        double sum = next.unseen() + check(next.resources());
        if (sum > 1 + TOLERANCE) {
            throw new ModelFailure(name + " states probabilities of the next resource that sum to " + sum);
        }
        return next;
    }

    List<Scored> within(long user, long millis) throws ModelFailure {
        List<Scored> within = call("within", name, () -> copy(model.within(user, millis)));
        check(within);
        return within;
    }

    int horizon() throws ModelFailure {
        int horizon = call("horizon", name, model::horizon);
        if (horizon < 1) {
            throw new ModelFailure(name + " looks " + horizon + " needs ahead: at least 1");
        }
        return horizon;
    }

    void learn(Need need) throws ModelFailure {
        call("learn", name, () -> {
            model.learn(need.user(), need.millis(), need.resource());
            return "";
        });
    }

    void forget(long user) throws ModelFailure {
        call("forget", name, () -> {
            model.forget(user);
            return "";
        });
    }

    void circumstance(String what, String value) throws ModelFailure {
        call("circumstance", name, () -> {
            model.circumstance(what, value);
            return "";
        });
    }

    long bytes() throws ModelFailure {
        return call("bytes", name, model::bytes);
    }

    void save(OutputStream out) throws ModelFailure {
        call("save", name, () -> {
            model.save(out);
            return "";
        });
    }

    void load(InputStream in) throws ModelFailure {
        call("load", name, () -> {
            model.load(in);
            return "";
        });
    }

    Remembered remembered(long user) throws ModelFailure {
        return call("remembered", name, () -> model.remembered(user));
    }

    List<Evidence> why(long user, long millis, String resource) throws ModelFailure {
        return call("why", name, () -> copy(model.why(user, millis, resource)));
    }

    /** Read while it is the model that is called: it may be a list that fails. */
    private static <T> List<T> copy(List<T> stated) {
        if (stated.size() > MOST_LISTED) {
            throw new IllegalArgumentException("too long a list");
        }
        return List.copyOf(stated);
    }

    private double check(List<Scored> scored) throws ModelFailure {
        Set<String> seen = new HashSet<>();
        double sum = 0;
        for (Scored each : scored) {
            check(each.probability(), "a resource");
            if (each.resource() == null || each.resource().isEmpty()) {
                throw new ModelFailure(name + " lists a resource without a name");
            }
            if (!seen.add(each.resource())) {
                throw new ModelFailure(name + " names a resource twice");
            }
            sum += each.probability();
        }
        return sum;
    }

    private void check(double probability, String of) throws ModelFailure {
        if (!(probability >= 0 && probability <= 1 + TOLERANCE)) {
            throw new ModelFailure(name + " states " + probability + " as the probability of " + of);
        }
    }

    /** What a model is asked. */
    private interface Asked<T> {
        T get() throws IOException;
    }

    /** What another bundle's code may throw is not for who asks. */
    private static <T> T call(String what, String name, Asked<T> asked) throws ModelFailure {
        T answer;
        try {
            answer = asked.get();
        } catch (IOException | RuntimeException | LinkageError | StackOverflowError e) {
            throw new ModelFailure(name + " failed at " + what + ": " + withoutMessage(e), e);
        }
        if (answer == null) {
            throw new ModelFailure(name + " answers nothing at " + what);
        }
        return answer;
    }

    /** What is told of it goes into the log and the record of swaps, and a message may tell what users needed. */
    private static String withoutMessage(Throwable failure) {
        StackTraceElement[] trace = failure.getStackTrace();
        return failure.getClass().getName() + (trace.length == 0 ? "" : " at " + trace[0]);
    }
}
