package org.understudy.itest.felix.greeting;

/** An interface that nobody else may implement. */
public sealed interface Closed permits Closed.Only {
    /** The one who may. */
    final class Only implements Closed {}
}
