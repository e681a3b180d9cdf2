package org.understudy.newsroom.renderer.version;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Proxy;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Version;
import org.understudy.newsroom.Renderer;

class MarkdownRendererTest {
    private final Renderer renderer = new MarkdownRenderer(contextOf("1.2.3"));

    @Test
    void aTableBecomesATable() {
        assertTrue(
                renderer.render("| a | b |\n| --- | --- |\n| 1 | 2 |\n").value().contains("<td>2</td>"));
    }

    @Test
    void aHeadingCanBeLinkedTo() {
        assertEquals(
                "<h3 id=\"two-rules\">Two rules</h3>\n",
                renderer.render("### Two rules").value());
    }

    @Test
    void theVersionIsThatOfTheBundle() {
        assertEquals("1.2.3", renderer.render("").version());
    }

    private static BundleContext contextOf(String version) {
        Bundle bundle = answering(Bundle.class, Version.parseVersion(version));
        return answering(BundleContext.class, bundle);
    }

    private static <T> T answering(Class<T> type, Object answer) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> answer));
    }
}
