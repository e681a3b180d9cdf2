package org.understudy.shell.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.understudy.predict.Privacy;
import org.understudy.predict.PrivacyStatus;
import org.understudy.predict.UserRecord;

/** Tells how things stand with the privacy of users, and does what one of them asks for. */
final class PrivacyCommand implements Command {
    private static final Usage.Option EXPORT = new Usage.Option("--export", "USER", "all that is known about a user");
    private static final Usage.Option OPT_OUT =
            new Usage.Option("--opt-out", "USER", "takes nothing of a user from now on, and forgets what is known");
    private static final Usage.Option OPT_IN = new Usage.Option("--opt-in", "USER", "takes usage of a user again");
    private static final Usage.Option FORGET = new Usage.Option("--forget", "USER", "as `forget USER`");
    private static final List<Usage.Option> WISHES = List.of(EXPORT, OPT_OUT, OPT_IN, FORGET);

    private final Supplier<Privacy> privacy;

    PrivacyCommand(Supplier<Privacy> privacy) {
        this.privacy = privacy;
    }

    @Override
    public Usage usage() {
        return Usage.of("privacy", "tells what is kept about users and how long, or does what one of them asks for")
                .with(EXPORT)
                .with(OPT_OUT)
                .with(OPT_IN)
                .with(FORGET)
                .with(Usage.JSON);
    }

    @Override
    public void run(Arguments arguments, Output output) throws Exception {
        List<Usage.Option> wishes =
                WISHES.stream().filter(wish -> arguments.has(wish.flag())).toList();
        if (wishes.size() > 1) {
            throw Arguments.misused(
                    usage(),
                    wishes.stream().map(Usage.Option::flag).collect(Collectors.joining(" and "))
                            + " exclude each other: one at a time");
        }
        if (wishes.isEmpty()) {
            status(privacy.get().status(), arguments, output);
            return;
        }
        Usage.Option wish = wishes.get(0);
        String user = UserName.checked(arguments.value(wish.flag()).orElseThrow());
        Privacy current = privacy.get();
        if (wish == EXPORT) {
            export(current.export(user), arguments, output);
        } else if (wish == FORGET) {
            ForgetCommand.forget(current, user, arguments, output);
        } else if (wish == OPT_OUT) {
            decide(() -> current.optOut(user), output);
            tell(
                    "optedOut",
                    "this user has opted out: nothing is taken any more, what was known is forgotten",
                    arguments,
                    output);
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

    private static void export(UserRecord record, Arguments arguments, Output output) {
        if (arguments.json()) {
            output.json(json(record));
            return;
        }
        output.table(new Table("KNOWN", record.known() ? "yes" : "nothing")
                .row("opted out", record.optedOut() ? "yes" : "no")
                .row("last seen", record.lastSeen().map(PrivacyCommand::day).orElse("-"))
                .row("events", record.events())
                .row("recent", record.recent().isEmpty() ? "-" : Words.printable(String.join(", ", record.recent()))));
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
