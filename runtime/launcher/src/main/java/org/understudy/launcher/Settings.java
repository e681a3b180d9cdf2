package org.understudy.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What {@code conf/understudy.properties} says, checked. Every entry is handed to the bundles as a framework property;
 * those the launcher needs itself have a method here.
 */
record Settings(Path file, Map<String, String> entries) {
    private static final Set<String> LEVELS = Set.of("trace", "debug", "info", "warn", "error", "off");

    Settings {
        entries = Map.copyOf(entries);
    }

    /** Reads and checks all of {@code conf}; refuses by file, line and reason. */
    static Settings load(Home home) throws LaunchException {
        Settings settings = Files.exists(home.properties())
                ? new Settings(home.properties(), ConfFile.entries(home.properties(), "understudy."))
                : new Settings(home.properties(), Map.of());
        settings.logBytes();
        settings.logFiles();
        settings.logLevel();
        settings.bootTimeout();
        settings.stopTimeout();
        settings.port();
        try {
            for (Path each : Home.files(home.conf())) {
                if (each.getFileName().toString().endsWith(".cfg")) {
                    ConfFile.checkPid(each);
                }
            }
        } catch (IOException e) {
            throw LaunchException.failed(home.conf() + ": cannot be listed: " + Reason.of(e) + "; make it readable", e);
        }
        return settings;
    }

    /** The size at which a log file is full. */
    long logBytes() throws LaunchException {
        return number("understudy.log.maxBytes", 10L << 20, 4096, Long.MAX_VALUE);
    }

    /** How many log files are kept, the current one included. */
    int logFiles() throws LaunchException {
        return (int) number("understudy.log.files", 5, 1, 1000);
    }

    String logLevel() throws LaunchException {
        String level = entries.getOrDefault("understudy.log.level", "info").toLowerCase(Locale.ROOT);
        if (!LEVELS.contains(level)) {
            throw refused("understudy.log.level", "must be one of trace, debug, info, warn, error, off");
        }
        return level;
    }

    /** How long a start may take until everything is active. */
    Duration bootTimeout() throws LaunchException {
        return Duration.ofSeconds(number("understudy.boot.timeoutSeconds", 60, 1, 86_400));
    }

    /** How long an orderly shutdown may take before the process is halted. */
    Duration stopTimeout() throws LaunchException {
        return Duration.ofSeconds(number("understudy.stop.timeoutSeconds", 10, 1, 86_400));
    }

    /** The HTTP port; 0 for a free one. */
    int port() throws LaunchException {
        return (int) number("understudy.http.port", 0, 0, 65_535);
    }

    /** All entries, with more over them. */
    Map<String, String> with(Map<String, String> more) {
        Map<String, String> all = new LinkedHashMap<>(entries);
        all.putAll(more);
        return all;
    }

    private long number(String key, long otherwise, long least, long most) throws LaunchException {
        String text = entries.get(key);
        if (text == null) {
            return otherwise;
        }
        try {
            long number = Long.parseLong(text);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            // answered below, as a number out of range is
        }
        throw refused(key, "must be a number from " + least + (most == Long.MAX_VALUE ? " up" : " to " + most));
    }

    private LaunchException refused(String key, String reason) throws LaunchException {
        for (ConfFile.Line line : ConfFile.lines(file)) {
            if (line.text().matches(Pattern.quote(key) + "\\s*=.*")) {
                return ConfFile.refused(file, line.number(), key + " " + reason + ", not '" + entries.get(key) + "'");
            }
        }
        return LaunchException.failed(file + ": " + key + " " + reason + ", not '" + entries.get(key) + "'");
    }
}
