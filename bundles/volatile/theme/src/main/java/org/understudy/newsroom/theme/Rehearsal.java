package org.understudy.newsroom.theme;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.understudy.newsroom.Headline;
import org.understudy.newsroom.Page;
import org.understudy.newsroom.Theme;

/**
 * Dresses a page that nobody sees while the version is still off stage, so that its first reader does not wait for code
 * that has never run.
 */
@Component(
        name = "newsroom.theme.rehearsal",
        immediate = true,
        service = {})
public final class Rehearsal {
    private static final int TIMES = 10;

    /** Rehearses once, when the version is started. */
    @Activate
    public Rehearsal(@Reference Theme theme) {
        for (int time = 0; time < TIMES; time++) {
            theme.dress(new Page(
                    "Rehearsal", "/", "<p>text</p>", List.of(new Headline("desk", "line")), time, List.of("store=1")));
        }
    }
}
