package org.understudy.predictor.engine;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Spares computing the pseudonym anew at each step of a session. Keeps a keyed hash of each name and not the name, under
 * a key of its own that is in memory only. For one thread at a time.
 */
final class Recognition {
    private static final int MOST = 4_096;
    private static final String HASH = "HmacSHA256";

    private final Map<ByteBuffer, Pseudonym> known = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<ByteBuffer, Pseudonym> eldest) {
            return size() > MOST;
        }
    };
    private final Mac hash = keyed();

    private static Mac keyed() {
        try {
            byte[] key = new byte[32];
            new SecureRandom().nextBytes(key);
            Mac mac = Mac.getInstance(HASH);
            mac.init(new SecretKeySpec(key, HASH));
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no " + HASH, e);
        }
    }

    private ByteBuffer hashed(String name) {
        return ByteBuffer.wrap(hash.doFinal(name.getBytes(StandardCharsets.UTF_8)));
    }

    void forget(String name) {
        known.remove(hashed(name));
    }

    Pseudonym of(String name, PseudonymKey key) {
        ByteBuffer hashed = hashed(name);
        Pseudonym pseudonym = known.get(hashed);
        if (pseudonym == null) {
            pseudonym = key.of(name);
            known.put(hashed, pseudonym);
        }
        return pseudonym;
    }
}
