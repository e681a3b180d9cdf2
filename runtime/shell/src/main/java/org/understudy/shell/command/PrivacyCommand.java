package org.understudy.shell.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.understudy.predict.Privacy;
import org.understudy.predict.PrivacyStatus;
import org.understudy.predict.UserRecord;

/** Tells how things stand with the privacy of users, and does what one of them or an admin asks for. */
final class PrivacyCommand implements Command {
    private static final Usage.Option ON = new Usage.Option("--on", "", "takes usage from now on");
    private static final Usage.Option OFF = new Usage.Option("--off", "", "takes none of anybody from now on");
    private static final Usage.Option OPT_OUT =
            new Usage.Option("--opt-out", Usage.USER, "takes nothing of a user from now on, and forgets what is known");
    private static final Usage.Option OPT_IN = new Usage.Option("--opt-in", Usage.USER, "takes usage of a user again");
    private static final Usage.Option EXPORT =
            new Usage.Option("--export", Usage.USER, "all that is known about a user");
    private static final Usage.Option OUT =
            new Usage.Option("--out", "FILE", "where the export goes, as JSON, instead of here; a new file");
    private static final List<Usage.Option> WISHES = List.of(ON, OFF, OPT_OUT, OPT_IN, EXPORT);

    private final Supplier<Privacy> privacy;

    PrivacyCommand(Supplier<Privacy> privacy) {
        this.privacy = privacy;
    }

    @Override
    public Usage usage() {
        return Usage.of("privacy", "tells what is kept about users and how long, or does what one of them asks for")
                .with(ON)
                .with(OFF)
                .with(OPT_OUT)
                .with(OPT_IN)
                .with(EXPORT)
                .with(OUT)
                .with(Usage.JSON);
    }

    @Override
    public void run(Arguments arguments, Output output) throws Exception {
        Optional<Usage.Option> wish = wish(arguments);
        if (wish.isEmpty()) {
            status(privacy.get().status(), arguments, output);
        } else if (wish.get().takesValue()) {
            String user = UserName.checked(arguments.value(wish.get().flag()).orElseThrow());
            ofUser(wish.get(), user, arguments, output);
        } else {
            turn(wish.get() == ON, arguments, output);
        }
    }

    private Optional<Usage.Option> wish(Arguments arguments) {
        List<Usage.Option> wishes =
                WISHES.stream().filter(wish -> arguments.has(wish.flag())).toList();
        if (wishes.size() > 1) {
            throw Arguments.misused(
                    usage(),
                    wishes.stream().map(Usage.Option::flag).collect(Collectors.joining(" and "))
                            + " exclude each other: one at a time");
        }
        if (arguments.has(OUT.flag()) && !arguments.has(EXPORT.flag())) {
            throw Arguments.misused(usage(), OUT.flag() + " is where an export goes: it needs " + EXPORT.flag());
        }
        return wishes.stream().findFirst();
    }

    private void turn(boolean on, Arguments arguments, Output output) throws Exception {
        Privacy current = privacy.get();
        decide(() -> current.on(on), output);
        PrivacyStatus status = current.status();
        if (arguments.json()) {
            output.json(json(status));
        } else {
            output.line(
                    status.on()
                            ? "usage is taken from now on, of all who have not opted out"
                            : "no usage is taken any more, of nobody; what was learned stays");
        }
    }

    private void ofUser(Usage.Option wish, String user, Arguments arguments, Output output) throws Exception {
        Privacy current = privacy.get();
        if (wish == EXPORT) {
            export(current.export(user), arguments, output);
        } else if (wish == OPT_OUT) {
            decide(() -> current.optOut(user), output);
            String sentence = "this user has opted out: nothing is taken any more, what was known is forgotten";
            tell("optedOut", sentence, arguments, output);
        } else {
            decide(() -> current.optIn(user), output);
            tell("optedIn", "usage of this user is taken again", arguments, output);
        }
    }

    private static void decide(Runnable decision, Output output) throws Exception {
        Unbroken.run("privacy", output, () -> {
            decision.run();
            return null;
        });
    }

    /** What became of a user's wish. */
    static void tell(String outcome, String sentence, Arguments arguments, Output output) {
        if (arguments.json()) {
            output.json(Json.object().put("outcome", outcome));
        } else {
            output.line(sentence);
        }
    }

    private static void status(PrivacyStatus status, Arguments arguments, Output output) {
        if (arguments.json()) {
            output.json(json(status));
            return;
        }
        output.table(new Table("USAGE", status.on() ? "on" : "off")
                .row("known users", status.knownUsers())
                .row("opted out", status.optedOut())
                .row("kept", status.retentionDays() + " days after the latest need of a user")
                .row("key", "since " + Whys.time(status.keySince()) + ", destroyed " + Whys.time(status.keyUntil())));
    }

    static ObjectNode json(PrivacyStatus status) {
        return Json.object()
                .put("on", status.on())
                .put("optedOut", status.optedOut())
                .put("knownUsers", status.knownUsers())
                .put("keySince", status.keySince().toString())
                .put("keyUntil", status.keyUntil().toString())
                .put("retentionDays", status.retentionDays());
    }

    private static void export(UserRecord record, Arguments arguments, Output output) throws IOException {
        Optional<String> file = arguments.value(OUT.flag());
        if (file.isPresent()) {
            Path written = OwnersFile.write(output.resolve(file.get()), Json.line(json(record)));
            tell("exported", "what is known about this user is in " + written, arguments, output);
        } else if (arguments.json()) {
            output.json(json(record));
        } else {
            output.table(table(record));
        }
    }

    private static Table table(UserRecord record) {
        return new Table("KNOWN", record.known() ? "yes" : "nothing")
                .row("opted out", record.optedOut() ? "yes" : "no")
                .row("last seen", record.lastSeen().map(PrivacyCommand::day).orElse("-"))
                .row("events", record.events())
                .row("recent", record.recent().isEmpty() ? "-" : Words.printable(String.join(", ", record.recent())));
    }

    private static String day(Instant lastSeen) {
        return LocalDate.ofInstant(lastSeen, ZoneOffset.UTC).toString();
    }

    private static ObjectNode json(UserRecord record) {
        ObjectNode node = Json.object()
                .put("known", record.known())
                .put("optedOut", record.optedOut())
                .put("lastSeen", record.lastSeen().map(Instant::toString).orElse(null));
        node.set("recent", Json.texts(record.recent()));
        return node.put("events", record.events());
    }
}
