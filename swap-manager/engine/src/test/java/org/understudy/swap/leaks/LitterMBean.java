package org.understudy.swap.leaks;

/** What is managed of it. */
public interface LitterMBean {
    /** How many pieces it has. */
    int getPieces();
}
