package org.understudy.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The entry point. Exit status: that of the script, the shell or the command where one ran; 0 done, 1 failed, 2 the
 * command line is wrong, 3 not running.
 */
public final class Main {
    private Main() {}

    /** Does what the command line says and ends the process. */
    public static void main(String[] arguments) {
        Console console = Console.ofThisProcess();
        int status;
        try {
            status = run(CommandLine.parse(List.of(arguments)), console);
        } catch (LaunchException e) {
            console.say(e.getMessage());
            status = e.status();
        }
        System.exit(status);
    }

    private static int run(Command command, Console console) throws LaunchException {
        if (command instanceof Command.Start start) {
            return new Start(console, Distribution.ofThisCode()).run(start);
        } else if (command instanceof Command.Demo demo) {
            return new Start(console, Distribution.ofThisCode()).run(demo);
        } else if (command instanceof Command.Attach attach) {
            return new Attach(console).run(attach);
        } else if (command instanceof Command.Stop stop) {
            return new Remote(console).stop(stop);
        } else if (command instanceof Command.Status status) {
            return new Remote(console).status(status);
        }
        console.out().print(help());
        return 0;
    }

    private static String help() {
        try (InputStream text = Main.class.getResourceAsStream("help.txt")) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException("the help text cannot be read", e);
        }
    }
}
