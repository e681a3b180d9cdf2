package org.understudy.dispatch;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TicketsTest {
    private static final int MANY = 4 * Tickets.OWN;

    @Test
    void two_living_threads_never_own_the_same_cell() throws Exception {
        CountDownLatch end = new CountDownLatch(1);
        List<CompletableFuture<Integer>> tickets = new ArrayList<>();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            CompletableFuture<Integer> ticket = new CompletableFuture<>();
            tickets.add(ticket);
            threads.add(start(new Thread(() -> takeAndStay(ticket, end))));
        }

        Set<Integer> own = new HashSet<>();
        for (CompletableFuture<Integer> ticket : tickets) {
            if (Tickets.isOwn(ticket.join())) {
                assertTrue(own.add(ticket.join()), "owned twice: " + ticket.join());
            }
        }

        end.countDown();
        for (Thread thread : threads) {
            thread.join();
        }
    }

    @Test
    void the_ticket_of_a_thread_stays_the_same() {
        int first = Tickets.take();

        assertEquals(first, Tickets.take());
    }

    @Test
    void a_thread_that_lies_about_its_id_never_gets_the_cell_of_another() throws Exception {
        CompletableFuture<Integer> honest = new CompletableFuture<>();
        CountDownLatch end = new CountDownLatch(1);
        Thread owner = start(new Thread(() -> takeAndStay(honest, end)));
        int taken = honest.join();
        CompletableFuture<Integer> lie = new CompletableFuture<>();
        CompletableFuture<Integer> otherLie = new CompletableFuture<>();

        start(new Liar(owner.getId(), lie)).join();
        start(new Liar(owner.getId(), otherLie)).join();
        end.countDown();
        owner.join();

        assertFalse(Tickets.isOwn(taken) && lie.join() == taken);
        assertFalse(Tickets.isOwn(taken) && otherLie.join() == taken);
        assertTrue(lie.join() < Tickets.COUNT);
    }

    @Test
    void the_cell_of_a_dead_thread_can_be_owned_again() {
        Set<Integer> owned = new HashSet<>();

        // Each of the many takes its cell with it when it dies; only collected ones make room for the next.
        await().atMost(Duration.ofSeconds(60))
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(1))
                .until(() -> {
                    System.gc();
                    CompletableFuture<Integer> ticket = new CompletableFuture<>();
                    start(new Thread(() -> ticket.complete(Tickets.take()))).join();
                    return Tickets.isOwn(ticket.join()) && !owned.add(ticket.join());
                });
    }

    private static void takeAndStay(CompletableFuture<Integer> ticket, CountDownLatch end) {
        ticket.complete(Tickets.take());
        try {
            end.await();
        } catch (InterruptedException e) {
            throw new AssertionError("nobody interrupts a test", e);
        }
    }

    private static Thread start(Thread thread) {
        thread.start();
        return thread;
    }

    private static final class Liar extends Thread {
        private final long id;
        private final CompletableFuture<Integer> ticket;

        Liar(long id, CompletableFuture<Integer> ticket) {
            this.id = id;
            this.ticket = ticket;
        }

        @Override
        public long getId() {
            return id;
        }

        @Override
        public void run() {
            ticket.complete(Tickets.take());
        }
    }
}
