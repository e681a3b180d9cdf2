package org.understudy.shell.command;

import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStyle;

/** How a text looks on a terminal. */
enum Tone {
    PLAIN(AttributedStyle.DEFAULT),
    HEAD(AttributedStyle.BOLD),
    GOOD(AttributedStyle.DEFAULT.foreground(AttributedStyle.GREEN)),
    BUSY(AttributedStyle.DEFAULT.foreground(AttributedStyle.YELLOW)),
    BAD(AttributedStyle.DEFAULT.foreground(AttributedStyle.RED)),
    FAINT(AttributedStyle.DEFAULT.foreground(AttributedStyle.BRIGHT));

    private final AttributedStyle style;

    Tone(AttributedStyle style) {
        this.style = style;
    }

    String paint(String text) {
        return this == PLAIN ? text : new AttributedString(text, style).toAnsi();
    }
}
