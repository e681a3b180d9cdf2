package org.understudy.predictor.engine;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;

/**
 * What must not be lost where everything else may be: whether usage is taken at all, who has opted out, and the key under
 * which these are named. One file, so that no list of pseudonyms is ever without its key.
 *
 * @param on whether usage is taken
 * @param key of the pseudonyms
 * @param since when it came into use
 * @param optedOut who has opted out
 */
record Decisions(boolean on, PseudonymKey key, Instant since, Set<Pseudonym> optedOut) {

    void write(DataOutputStream out) throws IOException {
        out.writeBoolean(on);
        out.write(key.bytes());
        out.writeLong(since.toEpochMilli());
        out.writeInt(optedOut.size());
        for (Pseudonym each : optedOut) {
            out.write(each.bytes());
        }
    }

    static Decisions read(DataInputStream in) throws IOException {
        boolean on = in.readBoolean();
        PseudonymKey key = PseudonymKey.of(in.readNBytes(Pseudonym.BYTES));
        Instant since = Instant.ofEpochMilli(in.readLong());
        int count = in.readInt();
        Set<Pseudonym> optedOut = new HashSet<>();
        for (int i = 0; i < count; i++) {
            optedOut.add(Pseudonym.of(in.readNBytes(Pseudonym.BYTES)));
        }
        return new Decisions(on, key, since, optedOut);
    }
}
