package org.understudy.shell.command;

import org.osgi.framework.BundleException;

/** Stops the runtime. */
record ShutdownCommand(Bundles bundles) implements Command {
    @Override
    public Usage usage() {
        return Usage.of("shutdown", "stops the runtime with all its bundles, for every session");
    }

    @Override
    public void run(Arguments arguments, Output output) throws BundleException {
        output.session().put(CommandFunction.EXIT, 0);
        bundles.context().getBundle().stop();
    }
}
