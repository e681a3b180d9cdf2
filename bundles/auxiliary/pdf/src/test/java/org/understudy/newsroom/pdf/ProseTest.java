package org.understudy.newsroom.pdf;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class ProseTest {
    @Test
    void marksGoAndWordsStay() {
        assertEquals(
                List.of("Two rules", "A bold word, a word and a link.", "– one", "– two", "It said."),
                Prose.paragraphs(
                        "## Two rules\n\nA **bold** *word*,\na `word` and [a link](/x).\n\n- one\n- two\n\n> It said.\n"));
    }
}
