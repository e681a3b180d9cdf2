package org.understudy.swap.leaks;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogManager;
import java.util.logging.Logger;
import org.understudy.swap.Holder;

/** Handlers, filters, formatters and levels of the loader's classes at loggers of {@code java.util.logging}. */
final class LogFinder implements HolderFinder {
    @Override
    public List<Holder> find(ClassLoader loader) {
        List<Holder> found = new ArrayList<>();
        for (String name : Collections.list(LogManager.getLogManager().getLoggerNames())) {
            Logger logger = LogManager.getLogManager().getLogger(name);
            if (logger != null && holds(loader, logger)) {
                found.add(new Holder(Holder.Kind.LOGGER, name.isEmpty() ? "the root logger" : name));
            }
        }
        return found;
    }

    private static boolean holds(ClassLoader loader, Logger logger) {
        if (Belongings.is(loader, logger)
                || Belongings.is(loader, logger.getLevel())
                || Belongings.is(loader, logger.getFilter())) {
            return true;
        }
        for (Handler handler : logger.getHandlers()) {
            if (Belongings.is(loader, handler)
                    || Belongings.is(loader, handler.getFormatter())
                    || Belongings.is(loader, handler.getFilter())
                    || Belongings.is(loader, handler.getErrorManager())) {
                return true;
            }
        }
        return false;
    }
}
