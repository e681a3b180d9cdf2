package org.understudy.newsroom.qr.version;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.understudy.newsroom.Answer;

class SquareCodeTest {
    @Test
    void aCodeIsDrawnFromItsFirstDarkSquare() {
        Answer<String> code = new SquareCode("1.2.3").svg("http://127.0.0.1:8080/article/storks");

        assertEquals("1.2.3", code.version());
        assertTrue(code.value().startsWith("<svg "), code.value());
        assertTrue(code.value().contains("M4 4h1v1h-1z"), code.value());
    }
}
