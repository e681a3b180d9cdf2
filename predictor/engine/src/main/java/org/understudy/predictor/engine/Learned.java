package org.understudy.predictor.engine;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What was learned, as it stands on disk: who is known under which number, and the model. Bound to the key of its
 * pseudonyms: under another one it is worth nothing.
 *
 * @param key of the pseudonyms
 * @param users the least lately seen first
 * @param next the next number
 * @param model as the model has written it; empty where it has not
 */
record Learned(byte[] key, List<Roster.Entry> users, long next, byte[] model) {

    static Learned of(Roster.Kept kept, byte[] model) {
        return new Learned(kept.key().mark(), kept.users(), kept.next(), model);
    }

    void write(DataOutputStream out) throws IOException {
        out.writeInt(key.length);
        out.write(key);
        out.writeLong(next);
        out.writeInt(users.size());
        for (Roster.Entry user : users) {
            out.write(user.pseudonym().bytes());
            out.writeLong(user.number());
            out.writeLong(user.seenMillis());
        }
        out.writeInt(model.length);
        out.write(model);
    }

    static Learned read(DataInputStream in) throws IOException {
        byte[] key = in.readNBytes(in.readInt());
        long next = in.readLong();
        int count = in.readInt();
        List<Roster.Entry> users = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            users.add(new Roster.Entry(Pseudonym.of(in.readNBytes(Pseudonym.BYTES)), in.readLong(), in.readLong()));
        }
        return new Learned(key, users, next, in.readNBytes(in.readInt()));
    }

    boolean isUnder(PseudonymKey other) {
        return Arrays.equals(key, other.mark());
    }
}
