package org.understudy.predictor.model;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/**
 * The form in which a model outlives its process: a head (mark, version, settings, length), the deflated state, and a
 * checksum over all of it, which is checked before anything is looked at.
 */
final class Snapshot {
    private static final int MARK = 0x5553504D;
    private static final int VERSION = 2;
    private static final int LONGEST = 1 << 27;

    private Snapshot() {}

    static void write(Model model, OutputStream out) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        Deflater deflater = new Deflater(Deflater.BEST_SPEED);
        try (DataOutputStream state =
                new DataOutputStream(new BufferedOutputStream(new DeflaterOutputStream(body, deflater), 1 << 16))) {
            model.walk(new StateWriter(state));
        } finally {
            deflater.end();
        }
        ByteArrayOutputStream whole = new ByteArrayOutputStream(body.size() + 64);
        DataOutputStream data = new DataOutputStream(whole);
        data.writeInt(MARK);
        data.writeInt(VERSION);
        data.writeInt(model.settings().budget());
        data.writeInt(model.settings().horizon());
        data.writeInt(model.settings().utcOffsetMinutes());
        data.writeInt(body.size());
        body.writeTo(data);
        CRC32 checksum = new CRC32();
        checksum.update(whole.toByteArray());
        data.writeLong(checksum.getValue());
        whole.writeTo(out);
    }

    static Model read(InputStream in) throws IOException {
        DataInputStream data = new DataInputStream(in);
        int[] head = new int[6];
        byte[] body;
        long stated;
        try {
            for (int i = 0; i < head.length; i++) {
                head[i] = data.readInt();
                refuse(i, head[i]);
            }
            body = data.readNBytes(head[5]);
            stated = data.readLong();
        } catch (EOFException e) {
            throw new BadSnapshotException("the snapshot ends early", e);
        }
        if (stated != checksum(head, body)) {
            throw new BadSnapshotException("the snapshot is damaged: its checksum is another one");
        }
        return inflate(head, body);
    }

    private static void refuse(int field, int value) throws BadSnapshotException {
        if (field == 0 && value != MARK) {
            throw new BadSnapshotException("this is no snapshot of a model");
        }
        if (field == 1 && value != VERSION) {
            throw new BadSnapshotException(
                    "the snapshot is of version " + value + ", and this model reads version " + VERSION);
        }
        if (field == 5 && (value < 0 || value > LONGEST)) {
            throw new BadSnapshotException("the snapshot is damaged: its length would be " + value);
        }
    }

    private static long checksum(int[] head, byte[] body) {
        CRC32 checksum = new CRC32();
        for (int field : head) {
            for (int shift = 24; shift >= 0; shift -= 8) {
                checksum.update(field >>> shift & 0xff);
            }
        }
        checksum.update(body);
        return checksum.getValue();
    }

    private static Model inflate(int[] head, byte[] body) throws IOException {
        try (DataInputStream state = new DataInputStream(
                new BufferedInputStream(new InflaterInputStream(new ByteArrayInputStream(body)), 1 << 16))) {
            Model model = new Model(new Settings(head[2], head[3], head[4]));
            model.walk(new StateReader(state));
            return model;
        } catch (UncheckedIOException | IllegalArgumentException e) {
            throw new BadSnapshotException("the snapshot cannot be read: " + e.getMessage(), e);
        }
    }
}
