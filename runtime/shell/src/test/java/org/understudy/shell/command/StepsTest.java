package org.understudy.shell.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.understudy.swap.SwapEvent;
import org.understudy.swap.UnknownResourceException;

@Timeout(30)
class StepsTest {
    private final Steps steps = new Steps();
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();

    private Output output(boolean terminal) {
        PrintStream stream = new PrintStream(written, true, StandardCharsets.UTF_8);
        return new Output(stream, stream, terminal, null);
    }

    private String work() {
        steps.on(new SwapEvent.Begun("theme", 0));
        steps.on(new SwapEvent.Begun("store", 0));
        steps.on(new SwapEvent.Ready("theme", Optional.of("1.0.0"), "1.1.0"));
        return "done";
    }

    @Test
    void aTerminalSeesTheStepsOfItsResourceAndThenACleanLine() throws Exception {
        assertEquals("done", steps.during("theme", output(true), this::work));

        String seen = written.toString(StandardCharsets.UTF_8);
        assertTrue(seen.contains("theme: 1.1.0 started and checked"), seen);
        assertFalse(seen.contains("store"), seen);
        assertTrue(seen.endsWith("\r\u001b[K"), seen);
    }

    @Test
    void aPipeSeesNothing() throws Exception {
        steps.during("theme", output(false), this::work);

        assertEquals(0, written.size());
    }

    @Test
    void whatTheWorkThrowsArrivesAsItIs() {
        assertThrows(
                UnknownResourceException.class,
                () -> steps.during("theme", output(false), () -> {
                    throw new UnknownResourceException("theme", java.util.List.of());
                }));
    }

    /** The race: a client goes away while the swap it asked for is between two steps. */
    @Test
    void workGoesOnUninterruptedWhenItsCommandIsBrokenOff() throws Exception {
        CountDownLatch goOn = new CountDownLatch(1);
        CountDownLatch finished = new CountDownLatch(1);

        Thread.currentThread().interrupt();
        assertThrows(
                InterruptedException.class,
                () -> steps.during("theme", output(false), () -> {
                    try {
                        goOn.await();
                        finished.countDown();
                    } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                    return "done";
                }));
        goOn.countDown();

        finished.await();
        assertTrue(written.toString(StandardCharsets.UTF_8).contains("goes on in the background"));
    }
}
