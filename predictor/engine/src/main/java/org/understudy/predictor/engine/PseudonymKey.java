package org.understudy.predictor.engine;

import java.math.BigInteger;
import java.security.SecureRandom;

/**
 * The secret with which names become pseudonyms: a name's point on the {@link Curve}, times the secret. So pseudonyms
 * can be carried over from one key to the next without knowing any name: times the new secret, divided by the old one.
 */
final class PseudonymKey {
    private final BigInteger secret;

    private PseudonymKey(BigInteger secret) {
        if (secret.signum() <= 0 || secret.compareTo(Curve.ORDER) >= 0) {
            throw new IllegalArgumentException("this is no key for pseudonyms");
        }
        this.secret = secret;
    }

    /** A new one. */
    static PseudonymKey random(SecureRandom random) {
        while (true) {
            BigInteger drawn = new BigInteger(Curve.ORDER.bitLength(), random);
            if (drawn.signum() > 0 && drawn.compareTo(Curve.ORDER) < 0) {
                return new PseudonymKey(drawn);
            }
        }
    }

    /**
     * The one with these bytes.
     *
     * @throws IllegalArgumentException if there is none
     */
    static PseudonymKey of(byte[] bytes) {
        return new PseudonymKey(new BigInteger(1, bytes));
    }

    byte[] bytes() {
        return new Pseudonym(secret).bytes();
    }

    Pseudonym of(String name) {
        return new Pseudonym(Curve.multiply(secret, Curve.hash(name)));
    }

    /** By which it is told from other keys, and from which it does not follow. */
    byte[] mark() {
        return of("").bytes(); // no user has an empty name
    }

    /** How pseudonyms under this key become those under the next one. */
    Succession to(PseudonymKey next) {
        BigInteger factor = next.secret.multiply(secret.modInverse(Curve.ORDER)).mod(Curve.ORDER);
        return pseudonym -> new Pseudonym(Curve.multiply(factor, pseudonym.x()));
    }

    /** Carries pseudonyms over from one key to the next. */
    interface Succession {
        Pseudonym successor(Pseudonym pseudonym);
    }

    /** Not itself. */
    @Override
    public String toString() {
        return "a key for pseudonyms";
    }
}
