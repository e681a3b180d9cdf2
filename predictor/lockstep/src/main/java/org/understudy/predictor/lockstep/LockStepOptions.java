package org.understudy.predictor.lockstep;

import java.util.Iterator;
import java.util.List;
import org.understudy.predictor.model.Settings;

/**
 * What was asked of {@code predict}.
 *
 * @param statement what is stated before each event
 * @param settings of the model
 */
record LockStepOptions(Statement statement, Settings settings) {
    private static final int FARTHEST = 1000;

    /**
     * Reads the options.
     *
     * @throws IllegalArgumentException if they make no sense
     */
    static LockStepOptions parse(List<String> words) {
        LockStepOptions options = new LockStepOptions(Statement.NEXT, Settings.standard());
        boolean lockStep = false;
        Iterator<String> rest = words.iterator();
        while (rest.hasNext()) {
            String option = rest.next();
            switch (option) {
                case "--lockstep" -> lockStep = true;
                case "--next" -> options = new LockStepOptions(Statement.NEXT, options.settings);
                case "--within" -> options = within(rest);
                default -> throw new IllegalArgumentException("unknown option " + option);
            }
        }
        if (!lockStep) {
            throw new IllegalArgumentException("outside the runtime predict needs --lockstep");
        }
        return options;
    }

    private static LockStepOptions within(Iterator<String> rest) {
        String value = rest.hasNext() ? rest.next() : "";
        if (!value.matches("[1-9][0-9]{0,3}") || Integer.parseInt(value) > FARTHEST) {
            throw new IllegalArgumentException(
                    "--within needs a number of events from 1 to " + FARTHEST + ", not '" + value + "'");
        }
        return new LockStepOptions(Statement.WITHIN, Settings.standard().withHorizon(Integer.parseInt(value)));
    }
}
