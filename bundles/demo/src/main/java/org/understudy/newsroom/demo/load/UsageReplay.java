package org.understudy.newsroom.demo.load;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.understudy.newsroom.demo.check.Part;
import org.understudy.predictor.usage.Population;
import org.understudy.predictor.usage.TraceReader;
import org.understudy.predictor.usage.UsageEvent;
import org.understudy.predictor.usage.UsageGenerator;
import org.understudy.predictor.usage.UsageStream;

/**
 * The usage that drives the load: which resource the next call goes to, and which page is asked for next, and by
 * which reader. Each item of the trace stands for one resource and one page, in the order in which items first appear;
 * the trace's own times give the order, the load's rate the speed. A trace that is used up starts again. Immutable.
 */
public final class UsageReplay {
    private static final int LONGEST = 500_000;
    private static final int MADE_UP = 200_000;
    private static final int MADE_UP_ITEMS = 60;

    private final String source;
    private final int[] items;
    private final int[] users;
    private final int distinct;
    private final int readers;

    private UsageReplay(String source, int[] items, int[] users, int distinct, int readers) {
        this.source = source;
        this.items = items;
        this.users = users;
        this.distinct = distinct;
        this.readers = readers;
    }

    /**
     * Replays a recorded trace, at most its first half million events.
     *
     * @throws IOException if it cannot be read, or has no events
     */
    public static UsageReplay recorded(Path trace) throws IOException {
        try (TraceReader reader = TraceReader.open(trace)) {
            UsageReplay replay = read("trace " + trace.getFileName(), reader, LONGEST);
            if (replay.items.length == 0) {
                throw new IOException(trace + " has no events; a trace has lines of time, user and item");
            }
            return replay;
        }
    }

    /** Makes usage up, the same for the same seed. */
    public static UsageReplay madeUp(long seed) {
        Population population = Population.typical(
                IntStream.range(0, MADE_UP_ITEMS).mapToObj(i -> "item" + i).toList());
        try {
            return read("generator, seed " + seed, new UsageGenerator(seed, population), MADE_UP);
        } catch (IOException e) {
            throw new AssertionError("the generator reads nothing", e);
        }
    }

    private static UsageReplay read(String source, UsageStream stream, int limit) throws IOException {
        Map<String, Integer> numbers = new HashMap<>();
        Map<String, Integer> readers = new HashMap<>();
        int[] items = new int[limit];
        int[] users = new int[limit];
        int length = 0;
        while (length < limit) {
            Optional<UsageEvent> event = stream.next();
            if (event.isEmpty()) {
                break;
            }
            users[length] = readers.computeIfAbsent(event.get().user(), user -> readers.size());
            items[length++] = numbers.computeIfAbsent(event.get().item(), item -> numbers.size());
        }
        return new UsageReplay(
                source, Arrays.copyOf(items, length), Arrays.copyOf(users, length), numbers.size(), readers.size());
    }

    /** Where the usage comes from, for the report. */
    public String source() {
        return source;
    }

    /** How many events there are. */
    public int events() {
        return items.length;
    }

    /** How many different items they name. */
    public int distinctItems() {
        return distinct;
    }

    /** How many readers there are. */
    public int readers() {
        return readers;
    }

    /** Which of them asks: a number below {@link #readers}. */
    int reader(long number) {
        return users[(int) (number % users.length)];
    }

    Part part(long number) {
        return Part.SERVICES.get(item(number) % Part.SERVICES.size());
    }

    /** Which of so many pages is asked for. */
    int page(long number, int pages) {
        return item(number) % pages;
    }

    private int item(long number) {
        return items[(int) (number % items.length)];
    }
}
