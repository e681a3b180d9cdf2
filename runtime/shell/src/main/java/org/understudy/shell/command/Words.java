package org.understudy.shell.command;

import java.util.Locale;
import java.util.Optional;
import org.understudy.swap.ResourceStatus;
import org.understudy.swap.SlotState;
import org.understudy.swap.SwapRecord;
import org.understudy.swap.WayBack;

/** What the commands say to people, kept to ASCII: a pipe may have any character set. */
final class Words {
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
}
