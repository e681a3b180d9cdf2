package org.understudy.predictor.lockstep;

/** Turns the name of a user into the number under which the model knows them, without keeping the name. */
final class UserKey {
    private static final long PRIME = 0x100000001B3L;
    private static final long BASIS = 0xCBF29CE484222325L;

    private UserKey() {}

    static long of(String name) {
        long hash = BASIS;
        for (int i = 0; i < name.length(); i++) {
            hash = (hash ^ name.charAt(i)) * PRIME;
        }
        return hash ^ hash >>> 29;
    }
}
