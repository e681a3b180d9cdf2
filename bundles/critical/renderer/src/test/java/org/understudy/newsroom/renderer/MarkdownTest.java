package org.understudy.newsroom.renderer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import org.junit.jupiter.api.Test;

class MarkdownTest {
    private final Markdown markdown = new Markdown(List.of());

    @Test
    void emphasisBecomesHtml() {
        assertEquals("<p>a <em>b</em></p>\n", markdown.html("a *b*"));
    }

    @Test
    void htmlInTheTextIsEscaped() {
        assertEquals("<p>a &lt;b onclick=&quot;x()&quot;&gt; c</p>\n", markdown.html("a <b onclick=\"x()\"> c"));
    }

    @Test
    void aLinkThatWouldRunAScriptLeadsNowhere() {
        assertFalse(markdown.html("[a](javascript:alert(1))").contains("javascript"));
    }
}
