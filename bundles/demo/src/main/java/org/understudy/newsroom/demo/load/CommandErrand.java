package org.understudy.newsroom.demo.load;

import java.io.ByteArrayInputStream;
import java.io.OutputStream;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.felix.service.command.CommandProcessor;
import org.apache.felix.service.command.CommandSession;
import org.understudy.newsroom.demo.check.Checks;
import org.understudy.newsroom.demo.check.Part;
import org.understudy.newsroom.demo.check.Timeline;

/** A command, typed by somebody who has just opened a session. Its answer says which version gave it. */
final class CommandErrand implements Errand {
    private static final String LINE = "newsroom:desk";
    private static final Pattern VERSION = Pattern.compile("\\d+\\.\\d+\\.\\d+");

    private final CommandProcessor shell;
    private final Checks checks;

    CommandErrand(CommandProcessor shell, Checks checks) {
        this.shell = shell;
        this.checks = checks;
    }

    @Override
    public Judgement run() throws Exception {
        Timeline.Epoch begun = checks.timelines().of(Part.DESK).now();
        try (CommandSession session = shell.createSession(
                new ByteArrayInputStream(new byte[0]),
                OutputStream.nullOutputStream(),
                OutputStream.nullOutputStream())) {
            String answer = String.valueOf(session.execute(LINE));
            Matcher version = VERSION.matcher(answer);
            return version.find()
                    ? Judgement.of(Part.DESK, version.group(), begun, checks)
                    : Judgement.failed("the command answered '" + answer + "', which names no version");
        }
    }
}
