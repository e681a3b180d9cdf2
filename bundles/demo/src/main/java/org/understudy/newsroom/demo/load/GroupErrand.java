package org.understudy.newsroom.demo.load;

import java.util.OptionalInt;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import org.understudy.newsroom.Answer;
import org.understudy.newsroom.Headline;
import org.understudy.newsroom.Receiver;
import org.understudy.newsroom.Sender;
import org.understudy.newsroom.UnreadableMessageException;
import org.understudy.newsroom.demo.check.Checks;
import org.understudy.newsroom.demo.check.Part;
import org.understudy.newsroom.demo.check.Threads;

/**
 * A message from the sender to the receiver, and a look at the sender afterwards. Whoever has met the new version of
 * the one must not meet the old version of the other any more, neither on the same thread nor on one that hears of it;
 * every second message is received on another thread, and every errand hears of those that have ended.
 */
final class GroupErrand implements Errand, AutoCloseable {
    private static final Headline EDITION = new Headline("demo", "The evening edition is out");

    private final Sender sender;
    private final Receiver receiver;
    private final Checks checks;
    private final AtomicInteger known = new AtomicInteger();
    private final AtomicInteger number = new AtomicInteger();
    private final LongAdder straddling = new LongAdder();
    private final ExecutorService others =
            Executors.newCachedThreadPool(task -> Threads.daemon("demo-group-receiver", task));

    /** Calls these. */
    GroupErrand(Sender sender, Receiver receiver, Checks checks) {
        this.sender = sender;
        this.receiver = receiver;
        this.checks = checks;
    }

    /** How many messages of an old version came upon a new one that could not read them, as is bound to happen. */
    long straddling() {
        return straddling.sum();
    }

    @Override
    public Judgement run() throws Exception {
        Path path = new Path(Math.max(known.get(), checks.group().now()));
        Answer<String> message = sender.write(EDITION);
        path.met(Part.SENDER, message.version());
        if (number.incrementAndGet() % 2 == 0) {
            Future<?> received = others.submit(() -> receive(path, message));
            received.get();
        } else {
            receive(path, message);
        }
        path.met(Part.SENDER, sender.write(EDITION).version());
        known.accumulateAndGet(path.scene, Math::max);
        return path.judgement;
    }

    @Override
    public void close() {
        others.shutdown();
    }

    private void receive(Path path, Answer<String> message) {
        try {
            Answer<Headline> read = receiver.read(message.value());
            path.met(Part.RECEIVER, read.version());
            if (!read.value().equals(EDITION)) {
                path.failed("receiver=" + read.version() + " misread what sender=" + message.version() + " wrote");
            }
        } catch (UnreadableMessageException e) {
            boolean flipped = path.met(Part.RECEIVER, e.version());
            if (flipped && !e.version().equals(message.version())) {
                straddling.increment();
            } else {
                path.failed("receiver=" + e.version() + " cannot read what sender=" + message.version() + " wrote");
            }
        }
    }

    /** What one errand has met so far; each thing is met by one thread at a time, which hears of those before. */
    private final class Path {
        private final int first;
        private int scene;
        private Judgement judgement = Judgement.GOOD;

        Path(int first) {
            this.first = first;
            scene = first;
        }

        /** Whether this version can play there after all that was met before. */
        boolean met(Part part, String version) {
            OptionalInt now = checks.group().sceneOf(part, version, scene);
            if (now.isPresent()) {
                scene = now.getAsInt();
                return true;
            }
            String pair = part.resource() + "=" + version;
            if (checks.group().sceneOf(part, version, first).isPresent()) {
                failed("met " + pair + " after a version of the group that came later");
            } else {
                judgement = judgement.or(Judgement.stale("a stale answer of " + pair));
            }
            return false;
        }

        void failed(String reason) {
            judgement = judgement.or(Judgement.failed(reason));
        }
    }
}
