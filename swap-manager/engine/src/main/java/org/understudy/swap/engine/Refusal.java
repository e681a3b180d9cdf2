package org.understudy.swap.engine;

/** Why something is not done: a sentence that names the thing, the reason and, where there is one, the way out. */
public class Refusal extends Exception {
    private static final long serialVersionUID = 1L;

    /** Creates a refusal with its sentence. */
    public Refusal(String reason) {
        super(reason);
    }

    /** The same, with the version that it is about named, where its sentence does not name it. */
    Refusal about(Artifact artifact) {
        return getMessage().contains(artifact.version().toString())
                ? this
                : new Refusal(artifact.label() + ": " + getMessage(), this);
    }

    /** Creates a refusal with its sentence and what lies behind it. */
    public Refusal(String reason, Throwable cause) {
        super(reason, cause);
    }
}
