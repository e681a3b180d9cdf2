package org.understudy.itest.felix.greeting;

/** A second interface, for contracts that grow and shrink. */
public interface Farewell {
    /** Says good-bye, and which version does. */
    String part();
}
