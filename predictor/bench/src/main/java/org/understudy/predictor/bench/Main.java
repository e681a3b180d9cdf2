package org.understudy.predictor.bench;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.List;

/** {@code bench predict}: the benchmark behind the figures of the model. */
public final class Main {
    private static final String USAGE = "usage: bench predict --data DIR [--events N] [--model-only]";

    private Main() {}

    /** Exits 0, 1 if a trace cannot be read or a belief was no distribution, or 2 if the arguments make no sense. */
    public static void main(String[] arguments) {
        List<String> words = List.of(arguments);
        try {
            if (words.isEmpty() || !words.get(0).equals("predict")) {
                throw new IllegalArgumentException("which benchmark?");
            }
            PredictOptions asked = PredictOptions.parse(words.subList(1, words.size()));
            if (!new PredictCommand(asked, System.out).run()) {
                System.exit(1);
            }
        } catch (IllegalArgumentException e) {
            System.err.println("bench: " + e.getMessage());
            System.err.println(USAGE);
            System.exit(2);
        } catch (NoSuchFileException | NotDirectoryException e) {
            System.err.println("bench: there is no folder " + e.getFile());
            System.exit(1);
        } catch (IOException e) {
            System.err.println("bench: " + e.getMessage());
            System.exit(1);
        }
    }
}
