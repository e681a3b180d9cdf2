package org.understudy.shell.command;

import java.util.function.Supplier;
import org.understudy.predict.Privacy;

/** Forgets a user. */
final class ForgetCommand implements Command {
    private final Supplier<Privacy> privacy;

    ForgetCommand(Supplier<Privacy> privacy) {
        this.privacy = privacy;
    }

    @Override
    public Usage usage() {
        return Usage.of("forget", "forgets a user: counts, events that wait, and what is on disk")
                .needs("USER")
                .with(Usage.JSON);
    }

    @Override
    public void run(Arguments arguments, Output output) throws Exception {
        forget(privacy.get(), UserName.checked(arguments.word(0)), arguments, output);
    }

    static void forget(Privacy privacy, String user, Arguments arguments, Output output) throws Exception {
        boolean known = Unbroken.run("forget", output, () -> privacy.forget(user));
        PrivacyCommand.tell(
                known ? "forgotten" : "unknown",
                known ? "all that was known about this user is forgotten" : "nothing was known about this user",
                arguments,
                output);
    }
}
