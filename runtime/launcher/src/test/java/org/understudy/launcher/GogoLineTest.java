package org.understudy.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class GogoLineTest {

    @Test
    void wordsThatAreNoSyntaxStayAsTheyAre() {
        assertEquals(
                "demo --report /tmp/r.json --rate=5",
                GogoLine.of(List.of("demo", "--report", "/tmp/r.json", "--rate=5")));
    }

    @Test
    void anythingElseIsQuoted() {
        assertEquals(
                "demo 'a b' '$x' '' \"it's \\\"\\$5\\\"\"",
                GogoLine.of(List.of("demo", "a b", "$x", "", "it's \"$5\"")));
    }

    @Test
    void aTypedLineKeepsItsSyntax() {
        assertEquals("lb | grep x", GogoLine.typed(List.of("lb | grep x")));
        assertEquals("lb | grep 'a b'", GogoLine.typed(List.of("lb", "|", "grep", "a b")));
    }
}
