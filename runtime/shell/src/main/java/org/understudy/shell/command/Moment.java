package org.understudy.shell.command;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Reads a time as people and programs write it. */
final class Moment {
    private static final int FIRST_YEAR = 1970;
    private static final int LAST_YEAR = 9999;

    private static final List<Function<String, Instant>> FORMS = List.of(
            text -> OffsetDateTime.parse(text).toInstant(),
            text -> here(LocalDateTime.parse(text)),
            text -> here(LocalDate.parse(text).atStartOfDay()),
            text -> here(LocalTime.parse(text).atDate(LocalDate.now(ZoneId.systemDefault()))));

    private Moment() {}

    /**
     * An instant with its offset or {@code Z}; or a day, a day with a time or a time of today as the clocks here show
     * them.
     *
     * @param option what it was typed after
     * @throws CommandFailedException if it is none of these
     */
    static Instant parse(String option, String typed) {
        String text = typed.strip().replaceFirst("^(\\S+) (\\S+)$", "$1T$2");
        return FORMS.stream()
                .flatMap(form -> read(form, text).stream())
                .filter(Moment::isInReach)
                .findFirst()
                .orElseThrow(() -> new CommandFailedException(option + " is '" + typed
                        + "': expected a time from " + FIRST_YEAR + " on, such as 2026-11-27T10:30:00Z, or as the"
                        + " clocks here show it: 2026-11-27T10:30, 2026-11-27, or 10:30 for today"));
    }

    private static Optional<Instant> read(Function<String, Instant> form, String text) {
        try {
            return Optional.of(form.apply(text));
        } catch (DateTimeParseException another) {
            return Optional.empty();
        }
    }

    private static boolean isInReach(Instant at) {
        int year = at.atOffset(ZoneOffset.UTC).getYear();
        return year >= FIRST_YEAR && year <= LAST_YEAR;
    }

    private static Instant here(LocalDateTime local) {
        return local.atZone(ZoneId.systemDefault()).toInstant();
    }
}
