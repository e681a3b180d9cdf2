package org.understudy.newsroom.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.understudy.newsroom.Headline;

class ProofTest {
    @Test
    void sourcesStandInAColumn() {
        assertEquals(
                "City     Tram late\nWeather  Fog",
                Proof.of(List.of(new Headline("City", "Tram late"), new Headline("Weather", "Fog"))));
    }

    @Test
    void thatThereIsNothingIsSaid() {
        assertEquals("no headlines", Proof.of(List.of()));
    }
}
