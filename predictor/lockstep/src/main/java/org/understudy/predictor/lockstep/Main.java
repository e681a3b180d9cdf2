package org.understudy.predictor.lockstep;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import org.understudy.predictor.model.Model;

/** Predicts from outside the runtime: {@code predict --lockstep} and {@code replay}, with the model as the runtime has it. */
public final class Main {
    private static final String USAGE = "usage: understudy predict --lockstep [--next | --within H]\n"
            + "       understudy replay TRACE --out DUMP";

    private Main() {}

    /** Runs one and exits 0, or 2 if the arguments or what was read make no sense, or 1 if a file cannot be read or written. */
    public static void main(String[] arguments) {
        List<String> words = List.of(arguments);
        try {
            if (words.isEmpty()) {
                throw new IllegalArgumentException("predict or replay?");
            }
            List<String> options = words.subList(1, words.size());
            switch (words.get(0)) {
                case "predict" -> lockStep(LockStepOptions.parse(options));
                case "replay" -> replay(ReplayOptions.parse(options));
                default -> throw new IllegalArgumentException("there is no command " + words.get(0));
            }
        } catch (IllegalArgumentException e) {
            exit(2, e.getMessage() + "\n" + USAGE);
        } catch (ProtocolException e) {
            exit(2, e.getMessage());
        } catch (NoSuchFileException e) {
            exit(1, "there is no " + e.getFile());
        } catch (IOException e) {
            exit(1, e.getMessage());
        }
    }

    private static void lockStep(LockStepOptions asked) throws IOException {
        new LockStep(new Model(asked.settings()), asked.statement(), System.in, System.out, System.err).run();
    }

    private static void replay(ReplayOptions asked) throws IOException {
        new Replay(asked.trace(), asked.dump()).run();
    }

    private static void exit(int status, String reason) {
        System.err.println("understudy: " + reason);
        System.exit(status);
    }
}
