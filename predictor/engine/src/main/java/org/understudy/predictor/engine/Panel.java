package org.understudy.predictor.engine;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.understudy.predict.PredictionModel;
import org.understudy.predict.PredictionModel.Next;
import org.understudy.predict.PredictionModel.Remembered;

/**
 * The models that can be asked: the base, which learns all the time and is what outlives the process, and one that somebody
 * has put in its place. The latter is left for good when it fails. The base is not: while it fails nobody goes by it, and it
 * is tried with every need until it has answered sensibly for a while. For one thread.
 */
final class Panel {
    /** So many needs in a row a base that has failed must answer to before it is gone by again. */
    static final int SENSIBLE = 20;

    /** So many users a base that does not answer may still have to forget. */
    static final int MOST_OWED = 16_384;

    private final Consumer<String> complaints;
    private final Consumer<String> baseFails;
    private final Set<Long> owed = new HashSet<>();
    private Optional<PredictionModel> handle = Optional.empty();
    private CheckedModel base;
    private CheckedModel other;
    private boolean ailing;
    private boolean lost;
    private long version;
    private int sensible;

    /**
     * Creates one without any model.
     *
     * @param complaints is told, once each time, when a model is left, and when the base is back
     * @param baseFails is told why when the base begins to fail
     */
    Panel(Consumer<String> complaints, Consumer<String> baseFails) {
        this.complaints = complaints;
        this.baseFails = baseFails;
    }

    /** What a model is asked. */
    interface Question<T> {
        T to(CheckedModel model) throws ModelFailure;
    }

    /** From now on this is the base; empty where there is none. */
    void base(Optional<PredictionModel> model) {
        handle = lost ? Optional.empty() : model;
        baseChanges();
    }

    /** Behind the base is something else now, which is believed until it fails. */
    void baseChanges() {
        version++;
        base = handle.flatMap(model -> checked(model, baseFails)).orElse(null);
        trust();
    }

    private void trust() {
        ailing = false;
        sensible = 0;
    }

    /** From now on this one is asked before the base; empty for the base alone. */
    void other(Optional<PredictionModel> model) {
        other = model.flatMap(each -> checked(each, reason -> {})).orElse(null);
    }

    private Optional<CheckedModel> checked(PredictionModel model, Consumer<String> fails) {
        try {
            return Optional.of(new CheckedModel(model));
        } catch (ModelFailure e) {
            fails.accept(e.getMessage());
            complaints.accept(e.getMessage() + "; it is not asked");
            return Optional.empty();
        }
    }

    /** Whose word counts now; empty where no model can be gone by. */
    Optional<String> trusted() {
        if (other != null) {
            return Optional.of(other.name());
        }
        return base == null || ailing ? Optional.empty() : Optional.of(base.name());
    }

    /** The answer of the one that is asked; empty where none gives a sensible one. */
    <T> Optional<T> ask(Question<T> question) {
        if (other != null) {
            try {
                return Optional.of(question.to(other));
            } catch (ModelFailure e) {
                leave(e);
            }
        }
        return base == null || ailing ? Optional.empty() : askBase(question);
    }

    private <T> Optional<T> askBase(Question<T> question) {
        try {
            return Optional.of(question.to(base));
        } catch (ModelFailure e) {
            fails(e);
            return Optional.empty();
        }
    }

    private void leave(ModelFailure failure) {
        other = null;
        complaints.accept(failure.getMessage() + "; it is not asked any more, "
                + trusted().map(name -> name + " is").orElse("the better simple rule is gone by") + " instead");
    }

    private void fails(ModelFailure failure) {
        sensible = 0;
        if (!ailing) {
            ailing = true;
            complaints.accept(failure.getMessage()
                    + "; what is likely is told by the better simple rule until it answers sensibly again");
            baseFails.accept(failure.getMessage());
        }
    }

    /** What is stated before a need is learned; empty where no model states anything sensible. */
    Optional<Next> state(Need need) {
        return ask(model -> model.next(need.user(), need.millis()));
    }

    /** Both learn it, the base also while it is not gone by. */
    void learn(Need need) {
        if (other != null) {
            try {
                other.learn(need);
            } catch (ModelFailure e) {
                leave(e);
            }
        }
        if (base != null && ailing) {
            probe(need);
        } else if (base != null) {
            askBase(model -> learned(model, need));
        }
    }

    private static boolean learned(CheckedModel model, Need need) throws ModelFailure {
        model.learn(need);
        return true;
    }

    private void probe(Need need) {
        boolean answers = askBase(model -> {
                    model.horizon();
                    model.next(need.user(), need.millis());
                    model.within(need.user(), need.millis());
                    return learned(model, need);
                })
                .isPresent();
        sensible = answers ? sensible + 1 : 0;
        if (sensible >= SENSIBLE) {
            trust();
            complaints.accept(base.name() + " answers sensibly again, and is gone by");
        }
    }

    /**
     * Has all of them forget a user.
     *
     * @return whether the base has: where it does not answer, it is made to as soon as it does
     */
    boolean forget(long user) {
        if (other != null) {
            try {
                other.forget(user);
            } catch (ModelFailure e) {
                leave(e);
            }
        }
        owed.add(user);
        if (owed.size() > MOST_OWED) {
            complaints.accept("the model has not answered for so long that nobody knows any more whom it has to forget:"
                    + " it is not asked until the next start");
            lost = true;
            base(Optional.empty());
            owed.clear();
        }
        return pay();
    }

    /** The base forgets whom it has yet to. */
    boolean pay() {
        if (lost) {
            return false;
        }
        for (long user : List.copyOf(owed)) {
            if (base == null
                    || askBase(model -> {
                                model.forget(user);
                                return true;
                            })
                            .isEmpty()) {
                return false;
            }
            owed.remove(user);
        }
        return true;
    }

    /** A circumstance of all needs from now on. */
    void circumstance(String name, String value) {
        Question<Boolean> told = model -> {
            model.circumstance(name, value);
            return true;
        };
        if (other != null) {
            try {
                told.to(other);
            } catch (ModelFailure e) {
                leave(e);
            }
        }
        if (base != null) {
            askBase(told);
        }
    }

    /** All that the base has learned; empty where it cannot be trusted to tell. */
    Optional<byte[]> save() {
        if (base == null || ailing || !pay()) {
            return Optional.empty();
        }
        return askBase(model -> {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            model.save(out);
            return out.toByteArray();
        });
    }

    /**
     * The base goes on from what it had learned. One that cannot be reached is not asked until {@link #baseChanges}: it would
     * begin anew, and what it had learned would be lost.
     *
     * @return whether it could be reached
     * @throws IOException if it does not take that; it has then changed nothing
     */
    boolean load(byte[] learned) throws IOException {
        if (base == null) {
            return false;
        }
        try {
            base.load(new ByteArrayInputStream(learned));
            return true;
        } catch (ModelFailure e) {
            if (e.getCause() instanceof IOException) {
                throw new IOException(e.getMessage(), e);
            }
            fails(e);
            base = null;
            return false;
        }
    }

    /** Grows whenever something else comes behind the base. */
    long version() {
        return version;
    }

    /** Whether there is a base that may not have been reachable, but is not asked. */
    boolean isWithoutBase() {
        return base == null && handle.isPresent();
    }

    /** What the base remembers of a user; nothing where it does not answer. */
    Remembered remembered(long user) {
        return base == null
                ? Remembered.NOTHING
                : askBase(model -> model.remembered(user)).orElse(Remembered.NOTHING);
    }

    /** How much memory the base takes; 0 where it does not tell. */
    long bytes() {
        return base == null || ailing ? 0 : askBase(CheckedModel::bytes).orElse(0L);
    }
}
