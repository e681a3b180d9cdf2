package org.understudy.predictor.lockstep;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.Writer;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import org.understudy.predictor.model.Model;
import org.understudy.predictor.model.Prediction;

/**
 * The exchange with a scorer: it says {@code P TAB time TAB user} and gets one line, what is believed; it says {@code O
 * TAB item}, and that is learned. What can be passed over is, with a word on the error output; what cannot ends it.
 */
final class LockStep {
    private static final int LISTED = 500;

    private final Model model;
    private final Statement statement;
    private final BufferedReader in;
    private final Writer out;
    private final PrintStream errors;
    private final Line line = new Line();
    private long number;
    private boolean asked;
    private long user;
    private long time;

    LockStep(Model model, Statement statement, InputStream in, OutputStream out, PrintStream errors) {
        this.model = model;
        this.statement = statement;
        this.in = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8), 1 << 12);
        this.out = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 16);
        this.errors = errors;
    }

    /**
     * Answers until the input ends.
     *
     * @throws ProtocolException at a line that is no part of the protocol
     */
    void run() throws IOException {
        for (String said = in.readLine(); said != null; said = in.readLine()) {
            number++;
            if (said.startsWith("P\t")) {
                asked(said.split("\t", 3));
                answer();
            } else if (said.startsWith("O\t")) {
                learn(said.substring(2));
            } else {
                throw refused("expected 'P TAB time TAB user' or 'O TAB item', not '" + shortened(said) + "'");
            }
        }
    }

    private void asked(String[] columns) throws ProtocolException {
        if (columns.length != 3 || columns[2].isEmpty()) {
            throw refused("P needs a time and a user, separated by tabs");
        }
        user = UserKey.of(columns[2]);
        time = time(columns[1]);
        asked = true;
    }

    private long time(String text) throws ProtocolException {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException whole) {
            return fraction(text);
        }
    }

    private long fraction(String text) throws ProtocolException {
        try {
            return new BigDecimal(text).setScale(0, RoundingMode.FLOOR).longValueExact();
        } catch (NumberFormatException | ArithmeticException e) {
            throw refused("the time '" + shortened(text) + "' is not a number");
        }
    }

    private void answer() throws IOException {
        line.clear();
        if (statement == Statement.WITHIN) {
            line.put(model.within(user, time, LISTED), LISTED);
        } else {
            Prediction prediction = model.predict(user, time, LISTED);
            line.put(prediction.novel()).put("\t").put(prediction, LISTED);
        }
        out.write(line.put("\n").toString());
        out.flush();
    }

    private void learn(String item) throws ProtocolException {
        if (!asked) {
            throw refused("O before any P: whose item is it?");
        }
        if (item.isEmpty()) {
            errors.println("understudy: line " + number + ": the item is empty; nothing is learned from it");
        } else {
            model.learn(user, time, item);
        }
    }

    private ProtocolException refused(String reason) {
        return new ProtocolException(number, reason);
    }

    private static String shortened(String text) {
        String printable = text.replaceAll("\\p{Cntrl}", "?");
        return printable.length() <= 60 ? printable : printable.substring(0, 60) + "...";
    }
}
