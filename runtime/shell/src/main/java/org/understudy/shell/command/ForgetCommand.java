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
                .needs(Usage.USER)
                .with(Usage.JSON);
    }

    @Override
    public void run(Arguments arguments, Output output) throws Exception {
        String user = UserName.checked(arguments.word(0));
        Privacy current = privacy.get();
        boolean known = Unbroken.run("forget", output, () -> current.forget(user));
        PrivacyCommand.tell(
                known ? "forgotten" : "unknown",
                known ? "all that was known about this user is forgotten" : "nothing was known about this user",
                arguments,
                output);
    }
}
