package org.understudy.swap.handles;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.understudy.dispatch.Generation;
import org.understudy.dispatch.SafeCalls;
import org.understudy.resource.Safe;

@DisplayNameGeneration(ReplaceUnderscores.class)
public class SafeCallsTest {
    /** What is immutable, and what is not. */
    public record Query(String text, List<Integer> pages) {}

    /** A contract with methods that may be called again and others. */
    public interface Library {
        @Safe
        String find(String title, long year, boolean whole, double weight);

        @Safe
        default int count(Query query) {
            return query.pages().size();
        }

        @Safe
        String holdOn(Object anything);

        @Safe
        CompletionStage<String> later(String title);

        void lend(String title);
    }

    private static final class Shelves implements Library {
        final List<String> calls = new ArrayList<>();

        @Override
        public String find(String title, long year, boolean whole, double weight) {
            calls.add("find " + title + " " + year + " " + whole + " " + weight);
            return title;
        }

        @Override
        public String holdOn(Object anything) {
            calls.add("holdOn");
            return "";
        }

        @Override
        public CompletionStage<String> later(String title) {
            calls.add("later");
            return CompletableFuture.completedFuture(title);
        }

        @Override
        public void lend(String title) {
            calls.add("lend");
        }
    }

    private static List<Object[]> kept(Stage stage) {
        return stage.pointer().safeCalls().stream()
                .flatMap(calls -> calls.kept().stream())
                .toList();
    }

    /** Taken for safe whatever it says, {@code lend} would be here too: have {@code SafeMethods} contain everything. */
    @Test
    void only_the_calls_of_safe_methods_are_kept_and_can_be_repeated_elsewhere() throws Exception {
        Stage stage = Stage.showing(new Shelves());
        Library handle = stage.handle(Library.class);
        Shelves standby = new Shelves();

        handle.find("Emma", 1815L, true, 0.5);
        handle.lend("Emma");
        handle.later("Emma");
        for (SafeCalls calls : stage.pointer().safeCalls()) {
            for (Object[] arguments : calls.kept()) {
                calls.repeat(new Generation("next", standby), arguments);
            }
        }

        assertEquals(List.of("find Emma 1815 true 0.5"), standby.calls);
    }

    @Test
    void nothing_that_can_change_or_is_somebodys_own_is_kept() throws Exception {
        Stage stage = Stage.showing(new Shelves());
        Library handle = stage.handle(Library.class);

        handle.holdOn(new StringBuilder("mine"));

        assertTrue(kept(stage).isEmpty());
    }

    @Test
    void a_record_of_the_contract_that_holds_nothing_else_is_kept_and_one_that_does_is_not() throws Exception {
        Stage stage = Stage.showing(new Shelves());
        Query query = new Query("Emma", List.of(1, 2, 3));

        stage.handle(Library.class).count(query);
        stage.handle(Library.class).count(new Query("Emma", new ArrayList<>(List.of(4))));

        assertEquals(1, kept(stage).size());
        assertArrayEquals(new Object[] {query}, kept(stage).get(0));
    }

    @Test
    void a_long_text_is_not_kept() throws Exception {
        Stage stage = Stage.showing(new Shelves());

        stage.handle(Library.class).find("x".repeat(100_000), 0, false, 0);

        assertTrue(kept(stage).isEmpty());
    }

    @Test
    void no_more_are_kept_than_a_few() throws Exception {
        Stage stage = Stage.showing(new Shelves());
        Library handle = stage.handle(Library.class);

        for (int i = 0; i < 100_000; i++) {
            handle.find("Emma", i, true, 0.5);
        }

        assertTrue(kept(stage).size() <= SafeCalls.KEPT, kept(stage).size() + " are kept");
    }
}
