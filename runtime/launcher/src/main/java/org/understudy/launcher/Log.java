package org.understudy.launcher;

import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/**
 * The one log of a run: {@code log/understudy.log}. From {@link #open} on it receives what is printed to {@code
 * System.out} and {@code System.err}, among it SLF4J's output and the framework's own, and java.util.logging. The
 * terminal itself is reached through {@link Console} only.
 */
final class Log {
    private static final String TIME = "yyyy-MM-dd'T'HH:mm:ss.SSSXXX";

    private final PrintStream stream;
    private final DateTimeFormatter time = DateTimeFormatter.ofPattern(TIME);

    private Log(PrintStream stream) {
        this.stream = stream;
    }

    /** Redirects all output of this process. To be called once, before the framework is created. */
    static Log open(Home home, Settings settings) throws LaunchException {
        try {
            RotatingFile file = new RotatingFile(home.log(), settings.logBytes(), settings.logFiles());
            Log log = new Log(new PrintStream(file, true, StandardCharsets.UTF_8));
            System.setOut(log.stream);
            System.setErr(log.stream);
            configureSlf4j(settings.logLevel());
            LogManager.getLogManager().reset();
            Logger.getLogger("").addHandler(log.new Bridge());
            return log;
        } catch (IOException e) {
            throw LaunchException.failed(
                    home.log() + " cannot be opened: " + Reason.of(e) + "; make room and make it writable", e);
        }
    }

    /** Writes a line of the launcher itself. */
    void info(String message) {
        write("INFO", Log.class.getPackageName(), message, null);
    }

    void error(String message, Throwable thrown) {
        write("ERROR", Log.class.getPackageName(), message, thrown);
    }

    private void write(String level, String logger, String message, Throwable thrown) {
        StringWriter text = new StringWriter();
        text.append(time.format(OffsetDateTime.now(ZoneId.systemDefault())));
        text.append(" [" + Thread.currentThread().getName() + "] " + level + " " + logger + " - " + message);
        if (thrown != null) {
            text.append(System.lineSeparator());
            thrown.printStackTrace(new PrintWriter(text, true));
            stream.print(text);
        } else {
            stream.println(text);
        }
    }

    /**
     * slf4j-simple reads system properties when the first logger is made. It keeps the System.err of that moment:
     * Gogo, which starts later, makes System.err the output of the command that a thread runs or was started by.
     */
    private static void configureSlf4j(String level) {
        String prefix = "org.slf4j.simpleLogger.";
        System.setProperty(prefix + "logFile", "System.err");
        System.setProperty(prefix + "cacheOutputStream", "true");
        System.setProperty(prefix + "showDateTime", "true");
        System.setProperty(prefix + "dateTimeFormat", TIME);
        System.setProperty(prefix + "showThreadName", "true");
        System.setProperty(prefix + "defaultLogLevel", level);
        // The OSGi log records every bundle and service event; what went wrong is enough by default.
        System.setProperty(prefix + "log.Events", level.equals("info") ? "warn" : level);
    }

    /** Takes what is logged through java.util.logging. */
    private final class Bridge extends Handler {
        private final Formatter texts = new SimpleFormatter();

        @Override
        public void publish(LogRecord record) {
            if (isLoggable(record)) {
                write(
                        name(record.getLevel()),
                        String.valueOf(record.getLoggerName()),
                        texts.formatMessage(record),
                        record.getThrown());
            }
        }

        @Override
        public void flush() {
            stream.flush();
        }

        @Override
        public void close() {
            flush();
        }

        private static String name(Level level) {
            int value = level.intValue();
            if (value >= Level.SEVERE.intValue()) {
                return "ERROR";
            }
            return value >= Level.WARNING.intValue() ? "WARN" : value >= Level.INFO.intValue() ? "INFO" : "DEBUG";
        }
    }
}
