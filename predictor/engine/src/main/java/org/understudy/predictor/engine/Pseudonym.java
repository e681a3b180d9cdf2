package org.understudy.predictor.engine;

import java.math.BigInteger;

/**
 * Stands for a user under one key. Under another key the same user has another one, and nobody who has neither key can
 * tell that they belong together (that is the decisional Diffie-Hellman assumption on {@link Curve}).
 *
 * @param x a coordinate
 */
record Pseudonym(BigInteger x) {
    static final int BYTES = 32;

    /** So many bytes, always. */
    byte[] bytes() {
        byte[] all = new byte[BYTES];
        byte[] digits = x.toByteArray();
        int from = Math.max(0, digits.length - BYTES);
        int length = digits.length - from;
        System.arraycopy(digits, from, all, BYTES - length, length);
        return all;
    }

    static Pseudonym of(byte[] bytes) {
        return new Pseudonym(new BigInteger(1, bytes));
    }

    /** Not itself: it belongs in no log. */
    @Override
    public String toString() {
        return "a pseudonym";
    }
}
