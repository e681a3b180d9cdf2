package org.understudy.newsroom;

import org.osgi.annotation.versioning.ConsumerType;
import org.understudy.resource.Safe;

/** Turns Markdown into HTML. Resource {@code renderer}, critical; each consumer has an instance of its own. */
@ConsumerType
public interface Renderer {
    /** The HTML of this Markdown; HTML in it is escaped. */
    @Safe
    Answer<String> render(String markdown);
}
