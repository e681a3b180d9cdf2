package org.understudy.predictor.model;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Reads what {@link StateWriter} wrote. */
final class StateReader implements State {
    private final DataInputStream in;

    StateReader(DataInputStream in) {
        this.in = in;
    }

    /** A step that may fail. */
    private interface Step {
        void run() throws IOException;
    }

    private static void read(Step step) {
        try {
            step.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void longs(long[] values) {
        read(() -> {
            for (int i = 0; i < values.length; i++) {
                values[i] = in.readLong();
            }
        });
    }

    @Override
    public void ints(int[] values) {
        read(() -> {
            for (int i = 0; i < values.length; i++) {
                values[i] = in.readInt();
            }
        });
    }

    @Override
    public void shorts(short[] values) {
        read(() -> {
            for (int i = 0; i < values.length; i++) {
                values[i] = in.readShort();
            }
        });
    }

    @Override
    public void floats(float[] values) {
        read(() -> {
            for (int i = 0; i < values.length; i++) {
                values[i] = Float.intBitsToFloat(in.readInt());
            }
        });
    }

    @Override
    public void names(String[] values) {
        read(() -> {
            for (int i = 0; i < values.length; i++) {
                int length = in.readInt();
                values[i] = length < 0 ? null : text(length);
            }
        });
    }

    private String text(int length) throws IOException {
        if (length > ItemDictionary.LONGEST_NAME) {
            throw new IOException("a name of " + length + " characters");
        }
        char[] text = new char[length];
        for (int i = 0; i < length; i++) {
            text[i] = in.readChar();
        }
        return new String(text);
    }

    @Override
    public long number(long value) {
        long[] read = new long[1];
        longs(read);
        return read[0];
    }
}
