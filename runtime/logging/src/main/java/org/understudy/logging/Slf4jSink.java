package org.understudy.logging;

import java.util.function.Consumer;
import org.osgi.service.log.LogEntry;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/** Writes log entries to SLF4J under their own logger name, with the bundle they come from. */
final class Slf4jSink implements Consumer<LogEntry> {

    @Override
    public void accept(LogEntry entry) {
        String name = entry.getLoggerName() == null ? "osgi" : entry.getLoggerName();
        LoggerFactory.getLogger(name)
                .atLevel(level(entry))
                .setCause(entry.getException())
                .log(
                        entry.getBundle() == null
                                ? entry.getMessage()
                                : entry.getMessage() + " [" + entry.getBundle().getSymbolicName() + " "
                                        + entry.getBundle().getBundleId() + "]");
    }

    private static Level level(LogEntry entry) {
        return switch (entry.getLogLevel()) {
            case AUDIT, INFO -> Level.INFO;
            case ERROR -> Level.ERROR;
            case WARN -> Level.WARN;
            case DEBUG -> Level.DEBUG;
            case TRACE -> Level.TRACE;
        };
    }
}
