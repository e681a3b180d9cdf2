package org.understudy.predictor.lockstep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.understudy.predictor.model.Model;
import org.understudy.predictor.model.Settings;

class LockStepTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream errors = new ByteArrayOutputStream();

    @Test
    void eachQuestionGetsOneLineAndWhatIsObservedNone() throws IOException {
        run(Statement.NEXT, "P\t0\tu1", "O\tmail", "P\t1\tu1", "O\tnews", "P\t2\tu1", "P\t2\tu1");

        List<String> lines = lines();
        assertEquals(4, lines.size());
        assertEquals("1\t", lines.get(0));
        assertTrue(lines.get(1).matches("0\\.\\d{9}\tmail=0\\.\\d{9}"), lines.get(1));
        assertEquals(lines.get(2), lines.get(3));
    }

    @Test
    void whatIsPrintedNeverSumsToMoreThanOne() throws IOException {
        String[] said = new String[4_000];
        for (int i = 0; i < said.length; i += 2) {
            said[i] = "P\t" + i + "\tu" + i % 3;
            said[i + 1] = "O\titem " + i * i % 71;
        }

        run(Statement.NEXT, said);

        for (String line : lines()) {
            double sum = Arrays.stream(line.split("[\t|]"))
                    .mapToDouble(f -> f.isEmpty() ? 0 : Double.parseDouble(f.substring(f.lastIndexOf('=') + 1)))
                    .sum();
            assertTrue(sum <= 1 + 1e-9, line);
        }
    }

    @Test
    void namesAreEncodedSoThatTheyCannotBreakTheLine() throws IOException {
        run(Statement.NEXT, "P\t0\tu1", "O\ta|b=c% \u00e9\td", "P\t1\tu1");

        assertTrue(lines().get(1).contains("\ta%7Cb%3Dc%25%20%C3%A9%09d=0."), lines().get(1));
    }

    @Test
    void withinStatesEachItemForItself() throws IOException {
        run(Statement.WITHIN, "P\t0\tu1", "O\tmail", "P\t1\tu1", "O\tnews", "P\t2\tu1");

        assertEquals("", lines().get(0));
        assertTrue(lines().get(2).matches("\\w+=0\\.\\d{9}\\|\\w+=0\\.\\d{9}"), lines().get(2));
    }

    @Test
    void timesMayHaveFractionsAndGoBack() throws IOException {
        run(Statement.NEXT, "P\t12.75\tu1", "O\tmail", "P\t-3\tu1", "O\tmail", "P\t1e3\tu1");

        assertEquals(3, lines().size());
    }

    @Test
    void anEmptyItemIsToldOfAndPassedOver() throws IOException {
        run(Statement.NEXT, "P\t0\tu1", "O\t", "P\t0\tu1");

        assertEquals("1\t", lines().get(1));
        assertTrue(errors.toString(StandardCharsets.UTF_8).contains("line 2: the item is empty"));
    }

    @Test
    void whatIsNoPartOfTheProtocolEndsItWithTheLine() {
        refused("line 2: expected 'P", "P\t0\tu1", "Q\tx");
        refused("line 1: O before any P", "O\tmail");
        refused("line 1: P needs a time and a user", "P\t0");
        refused("line 1: P needs a time and a user", "P\t0\t");
        refused("line 1: the time 'noon' is not a number", "P\tnoon\tu1");
        refused("line 1: the time '1e99' is not a number", "P\t1e99\tu1");
        refused("line 1: expected 'P", "");
    }

    private void refused(String reason, String... said) {
        ProtocolException refused = assertThrows(ProtocolException.class, () -> run(Statement.NEXT, said));
        assertTrue(refused.getMessage().startsWith(reason), refused.getMessage());
    }

    private void run(Statement statement, String... said) throws IOException {
        byte[] in = (String.join("\n", said) + "\n").getBytes(StandardCharsets.UTF_8);
        new LockStep(
                        new Model(new Settings(1 << 18, 2)),
                        statement,
                        new ByteArrayInputStream(in),
                        out,
                        new PrintStream(errors, true, StandardCharsets.UTF_8))
                .run();
    }

    private List<String> lines() {
        return out.toString(StandardCharsets.UTF_8).lines().toList();
    }
}
