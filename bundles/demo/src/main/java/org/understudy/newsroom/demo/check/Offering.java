package org.understudy.newsroom.demo.check;

/** What a resource offers, and so how the demo calls it and what a swap of it has to spare. */
public enum Offering {
    /** A service that is called all the time, through every kind of holder. */
    SERVICE("service"),
    /** A service around a big library that is called now and then. */
    RARE_SERVICE("rareService"),
    /** A servlet of the HTTP whiteboard. */
    SERVLET("servlet"),
    /** A filter of the HTTP whiteboard. */
    FILTER("filter"),
    /** A servlet that answers from another thread, later. */
    ASYNC_SERVLET("asyncServlet"),
    /** A handler of Event Admin's whiteboard. */
    EVENT_HANDLER("eventHandler"),
    /** A command of the shell. */
    COMMAND("command"),
    /** Nothing: it works in the background. */
    NO_SERVICE("noService"),
    /** Something that can exist only once: the old version stops before the new one starts, and calls are held. */
    RESTART("restart"),
    /** A service that only works together with that of another resource, with which it is swapped. */
    GROUP("group");

    private final String label;

    Offering(String label) {
        this.label = label;
    }

    /** Its name in the report. */
    public String label() {
        return label;
    }
}
