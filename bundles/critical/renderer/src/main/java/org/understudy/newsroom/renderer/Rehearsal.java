package org.understudy.newsroom.renderer;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.understudy.newsroom.Renderer;

/**
 * Renders a little of everything while the version is still off stage, so that its first reader does not wait for code
 * that has never run.
 */
@Component(
        name = "newsroom.renderer.rehearsal",
        immediate = true,
        service = {})
public final class Rehearsal {
    private static final int TIMES = 10;

    /** Rehearses once, when the version is started. */
    @Activate
    public Rehearsal(@Reference Renderer renderer) {
        for (int time = 0; time < TIMES; time++) {
            renderer.render(
                    "# One\n\nTwo *three* `four` [five](/six) and **seven**\n\n- eight\n\n> nine\n\n```\nten\n```\n");
        }
    }
}
