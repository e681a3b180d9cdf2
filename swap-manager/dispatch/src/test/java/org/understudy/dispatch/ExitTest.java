package org.understudy.dispatch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ExitTest {
    private final List<String> told = new ArrayList<>();
    private final Pointer pointer = new Pointer(
            "feed",
            new Closed("nothing yet"),
            (from, through, result) -> told.add(from.name() + " " + through + " " + result));
    private final Generation generation = new Generation("feed 1.0.0", "service");

    @Test
    void a_class_is_told_when_it_first_comes_out_and_not_again() {
        Exit exit = pointer.exit("Feed.next");

        exit.pass(generation, "one");
        exit.pass(generation, "two");

        assertEquals(List.of("feed 1.0.0 Feed.next one"), told);
    }

    @Test
    void another_class_is_told_and_each_method_looks_for_itself() {
        Exit exit = pointer.exit("Feed.next");
        Exit other = pointer.exit("Feed.previous");

        exit.pass(generation, "one");
        exit.pass(generation, 2);
        other.pass(generation, 3);

        assertEquals(List.of("feed 1.0.0 Feed.next one", "feed 1.0.0 Feed.next 2", "feed 1.0.0 Feed.previous 3"), told);
    }

    @Test
    void nothing_at_all_is_not_told() {
        pointer.exit("Feed.next").pass(generation, null);

        assertEquals(List.of(), told);
    }

    @Test
    void a_pointer_without_a_watch_lets_everything_pass() {
        new Pointer(new Closed("nothing yet")).exit("Feed.next").pass(generation, "one");

        assertEquals(List.of(), told);
    }
}
