package org.understudy.predictor.model;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Writes a model's state. Texts are written as they are in memory, so that each comes back as it was. */
final class StateWriter implements State {
    private final DataOutputStream out;

    StateWriter(DataOutputStream out) {
        this.out = out;
    }

    /** A step that may fail. */
    private interface Step {
        void run() throws IOException;
    }

    private static void write(Step step) {
        try {
            step.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void longs(long[] values) {
        write(() -> {
            for (long value : values) {
                out.writeLong(value);
            }
        });
    }

    @Override
    public void ints(int[] values) {
        write(() -> {
            for (int value : values) {
                out.writeInt(value);
            }
        });
    }

    @Override
    public void shorts(short[] values) {
        write(() -> {
            for (short value : values) {
                out.writeShort(value);
            }
        });
    }

    @Override
    public void floats(float[] values) {
        write(() -> {
            for (float value : values) {
                out.writeInt(Float.floatToRawIntBits(value));
            }
        });
    }

    @Override
    public void names(String[] values) {
        write(() -> {
            for (String value : values) {
                out.writeInt(value == null ? -1 : value.length());
                if (value != null) {
                    out.writeChars(value);
                }
            }
        });
    }

    @Override
    public long number(long value) {
        write(() -> out.writeLong(value));
        return value;
    }
}
