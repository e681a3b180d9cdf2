package org.understudy.swap.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class WeatherTest {
    private static void hour(Weather weather, double seconds, List<String> names, List<Traffic> traffic) {
        List<List<Span>> spans = traffic.stream().map(t -> t.seconds(seconds)).toList();
        for (int i = 0; i < spans.get(0).size(); i++) {
            for (int r = 0; r < names.size(); r++) {
                weather.observe(names.get(r), spans.get(r).get(i));
            }
        }
    }

    @Test
    void isToldByTheOthersOnceTheyAreSettled() {
        List<String> names = List.of("a", "b", "c");
        List<Traffic> traffic = List.of(new Traffic(1), new Traffic(2), new Traffic(3));
        Weather weather = new Weather();
        hour(weather, 10, names, traffic);
        assertTrue(Double.isNaN(weather.forResource("a")));

        hour(weather, 20, names, traffic);
        assertEquals(1, weather.forResource("a"), 0.2);

        traffic.get(1).slower(2);
        traffic.get(2).slower(2);
        hour(weather, 2, names, traffic);
        assertEquals(2, weather.forResource("a"), 0.4);
    }

    @Test
    void aResourceWithANewVersionHasNoSayUntilItIsSettled() {
        List<String> names = List.of("a", "b", "c");
        List<Traffic> traffic = List.of(new Traffic(1), new Traffic(2), new Traffic(3));
        Weather weather = new Weather();
        hour(weather, 30, names, traffic);

        weather.changed("b", 30_000_000_000L);
        traffic.get(1).slower(5);
        hour(weather, 10, names, traffic);
        assertTrue(Double.isNaN(weather.forResource("a")), "only one other can tell");

        hour(weather, 20, names, traffic);
        assertEquals(1, weather.forResource("a"), 0.2);
    }
}
