package org.understudy.shell.command;

import java.util.Locale;
import java.util.Optional;
import org.understudy.swap.ResourceStatus;
import org.understudy.swap.SlotState;
import org.understudy.swap.SwapRecord;
import org.understudy.swap.WayBack;

/** What the commands say to people, kept to ASCII: a pipe may have any character set. */
final class Words {
    private static final int BAR = 20;

    private Words() {}

    static String wayBack(Optional<WayBack> wayBack) {
        return wayBack.map(way -> way.version() + " (" + Json.word(way.by()) + ")")
                .orElse("-");
    }

    static Table.Cell state(ResourceStatus.State state) {
        Tone tone =
                switch (state) {
                    case ACTIVE -> Tone.GOOD;
                    case SWAPPING, DRAINING, HELD, PROVISIONAL -> Tone.BUSY;
                    case DOWN -> Tone.BAD;
                };
        return new Table.Cell(Json.word(state), tone);
    }

    static Table.Cell state(SlotState state) {
        Tone tone =
                switch (state) {
                    case ACTIVE -> Tone.GOOD;
                    case DRAINING -> Tone.BUSY;
                    case QUARANTINED -> Tone.BAD;
                    case EMPTY -> Tone.FAINT;
                    case STAGED, READY, STANDBY, RETAINED -> Tone.PLAIN;
                };
        return new Table.Cell(Json.word(state), tone);
    }

    static Table.Cell state(SwapRecord.End end) {
        Tone tone =
                switch (end) {
                    case COMMITTED -> Tone.GOOD;
                    case RUNNING, PROVISIONAL -> Tone.BUSY;
                    case REFUSED, CUT_OFF, TAKEN_BACK -> Tone.BAD;
                };
        return new Table.Cell(Json.word(end), tone);
    }

    static String millis(double millis) {
        return String.format(Locale.ROOT, millis < 10 ? "%.1f ms" : "%.0f ms", millis);
    }

    static String micros(double micros) {
        return String.format(Locale.ROOT, "%.0f us", micros);
    }

    static String versions(Optional<String> from, Optional<String> to) {
        return from.orElse("nothing") + " -> " + to.orElse("?");
    }

    /** A probability or share. */
    static String percent(double share) {
        return number(100 * share, "%.1f %%");
    }

    /** A share as a bar of {@value #BAR} characters. */
    static String bar(double share) {
        int full = (int) Math.round(BAR * share);
        return "#".repeat(full) + ".".repeat(BAR - full);
    }

    static String bytes(long bytes) {
        return bytes < 1 << 20
                ? String.format(Locale.ROOT, "%.1f KB", bytes / 1024.0)
                : String.format(Locale.ROOT, "%.1f MB", bytes / (1024.0 * 1024));
    }

    static String number(double value, String format) {
        return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, format, value);
    }

    /** A text that an application has chosen: it cannot steer the terminal or break a line. */
    static String printable(String text) {
        return text.replaceAll("\\p{Cc}", "?");
    }
}
