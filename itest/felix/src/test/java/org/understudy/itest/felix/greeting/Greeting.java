package org.understudy.itest.felix.greeting;

/** What made-up resources are used through. */
public interface Greeting {
    /** Greets, and tells who did. */
    Greeted greet();
}
