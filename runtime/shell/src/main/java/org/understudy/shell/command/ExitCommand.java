package org.understudy.shell.command;

/** Ends the session that it is called in, once its line is done. */
final class ExitCommand implements Command {
    @Override
    public Usage usage() {
        return Usage.of("exit", "leaves this session, with a status for whoever started it")
                .takes("STATUS");
    }

    @Override
    public void run(Arguments arguments, Output output) {
        String status = arguments.find(0).orElse("0");
        try {
            output.session().put(CommandFunction.EXIT, Integer.valueOf(status));
        } catch (NumberFormatException e) {
            throw Arguments.misused(usage(), "a status is a number, not '" + status + "'");
        }
    }
}
