package org.understudy.newsroom.faulty.renderer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.understudy.newsroom.Answer;
import org.understudy.newsroom.InjectedFault;

class ThrowsOneInFiftyTest {
    @Test
    void everyFiftiethCallOfAllInstancesThrowsAndIsWrittenDown() {
        List<String> ledger = new ArrayList<>();
        int thrown = 0;

        for (int call = 0; call < 200; call++) {
            ThrowsOneInFifty fresh = new ThrowsOneInFifty(
                    markdown -> new Answer<>(markdown, "1.9.0"),
                    "1.9.0",
                    (resource, version) -> ledger.add(resource + "=" + version));
            try {
                fresh.render("text");
            } catch (InjectedFault e) {
                assertEquals("1.9.0", e.version());
                thrown++;
            }
        }

        assertEquals(4, thrown);
        assertEquals(List.of("renderer=1.9.0", "renderer=1.9.0", "renderer=1.9.0", "renderer=1.9.0"), ledger);
    }
}
