package org.understudy.predictor.engine;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.spec.ECFieldFp;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPrivateKeySpec;
import java.security.spec.ECPublicKeySpec;
import javax.crypto.KeyAgreement;

/**
 * The group in which pseudonyms are computed: NIST's curve P-256, of whose points the first coordinate is kept. A point
 * and its negative have the same one, and so have their multiples: nothing is lost by leaving the other out.
 */
final class Curve {
    private static final ECParameterSpec P256 = parameters();
    private static final BigInteger P = ((ECFieldFp) P256.getCurve().getField()).getP();
    private static final BigInteger ROOT = P.add(BigInteger.ONE).shiftRight(2); // P is 3 modulo 4

    /** How many points there are: a prime. */
    static final BigInteger ORDER = P256.getOrder();

    private Curve() {}

    private static ECParameterSpec parameters() {
        try {
            AlgorithmParameters parameters = AlgorithmParameters.getInstance("EC");
            parameters.init(new ECGenParameterSpec("secp256r1"));
            return parameters.getParameterSpec(ECParameterSpec.class);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no curve P-256", e);
        }
    }

    /** The first coordinate of a point that nobody can choose, from a text: the first of its hashes that is one. */
    static BigInteger hash(String text) {
        for (int attempt = 0; ; attempt++) {
            BigInteger x = new BigInteger(1, sha256(attempt + ":" + text)).mod(P);
            if (onCurve(x, second(x))) {
                return x;
            }
        }
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
    }

    private static BigInteger second(BigInteger x) {
        return square(x).modPow(ROOT, P);
    }

    private static BigInteger square(BigInteger x) {
        return x.pow(3)
                .add(P256.getCurve().getA().multiply(x))
                .add(P256.getCurve().getB())
                .mod(P);
    }

    private static boolean onCurve(BigInteger x, BigInteger y) {
        return y.modPow(BigInteger.TWO, P).equals(square(x));
    }

    /**
     * The first coordinate of so many times the point with this first coordinate.
     *
     * @throws IllegalArgumentException if there is no such point, or the factor is none from 1 to less than the order
     */
    static BigInteger multiply(BigInteger factor, BigInteger x) {
        BigInteger y = second(x);
        if (factor.signum() <= 0 || factor.compareTo(ORDER) >= 0 || !onCurve(x, y)) {
            throw new IllegalArgumentException("this is no point of the curve, or no factor");
        }
        try {
            KeyFactory keys = KeyFactory.getInstance("EC");
            PrivateKey secret = keys.generatePrivate(new ECPrivateKeySpec(factor, P256));
            KeyAgreement agreement = KeyAgreement.getInstance("ECDH");
            agreement.init(secret);
            agreement.doPhase(keys.generatePublic(new ECPublicKeySpec(new ECPoint(x, y), P256)), true);
            return new BigInteger(1, agreement.generateSecret());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java cannot compute on P-256", e);
        }
    }
}
