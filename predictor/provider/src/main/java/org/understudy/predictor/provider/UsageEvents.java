package org.understudy.predictor.provider;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.event.Event;
import org.osgi.service.event.EventConstants;
import org.osgi.service.event.EventHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.understudy.predict.Usage;

/**
 * Takes in what Event Admin delivers: signals (properties {@code name} and {@code value}) and needs ({@code user} and
 * {@code resource}), all texts. What makes no sense is refused with a word in the log, in which no user is named.
 */
@Component(
        service = EventHandler.class,
        property = {
            EventConstants.EVENT_TOPIC + "=" + UsageEvents.SIGNAL,
            EventConstants.EVENT_TOPIC + "=" + UsageEvents.NEED
        })
public final class UsageEvents implements EventHandler {
    /** Something outside has changed. */
    static final String SIGNAL = "org/understudy/usage/SIGNAL";

    /** A user needs a resource. */
    static final String NEED = "org/understudy/usage/NEED";

    private static final Logger LOG = LoggerFactory.getLogger(UsageEvents.class);

    private final Usage usage;

    /** Creates one. */
    @Activate
    public UsageEvents(@Reference Usage usage) {
        this.usage = usage;
    }

    @Override
    public void handleEvent(Event event) {
        try {
            if (event.getTopic().equals(SIGNAL)) {
                usage.signal(text(event, "name"), text(event, "value"));
            } else {
                usage.needs(text(event, "user"), text(event, "resource"));
            }
        } catch (IllegalArgumentException e) {
            LOG.warn("an event {} was refused: {}", event.getTopic(), e.getMessage());
        }
    }

    private static String text(Event event, String property) {
        if (event.getProperty(property) instanceof String text) {
            return text;
        }
        throw new IllegalArgumentException("its property '" + property + "' is "
                + (event.containsProperty(property) ? "no text" : "missing") + "; it has to be a text");
    }
}
