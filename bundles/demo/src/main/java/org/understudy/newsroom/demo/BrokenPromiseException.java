package org.understudy.newsroom.demo;

/** The demo saw a promise broken. The message says which. */
public class BrokenPromiseException extends Exception {
    private static final long serialVersionUID = 1L;

    BrokenPromiseException(String message) {
        super(message);
    }
}
