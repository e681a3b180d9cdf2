package org.understudy.shell;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class FedInputTest {
    private final FedInput input = new FedInput();

    @Test
    void whatWasFedIsReadAndThenTheEnd() throws Exception {
        input.feed("one ".getBytes(StandardCharsets.UTF_8));
        input.feed("two".getBytes(StandardCharsets.UTF_8));
        input.end();

        assertEquals(7, input.available());
        assertEquals("one two", new String(input.readAllBytes(), StandardCharsets.UTF_8));
        assertEquals(-1, input.read());
    }

    @Test
    void theFeederWaitsWhileTooMuchIsUnread() throws Exception {
        Thread feeder = new Thread(() -> {
            try {
                for (int i = 0; i < 5; i++) {
                    input.feed(new byte[1 << 19]);
                }
                input.end();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        feeder.start();

        await().until(() -> feeder.getState() == Thread.State.WAITING);
        assertEquals(1 << 20, input.available());
        assertEquals(5 << 19, input.readAllBytes().length);
        feeder.join();
    }

    @Test
    void aReaderThatIsInterruptedLeaves() {
        Thread.currentThread().interrupt();

        assertThrows(InterruptedIOException.class, input::read);
        assertEquals(true, Thread.interrupted());
    }
}
