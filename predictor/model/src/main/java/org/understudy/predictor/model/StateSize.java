package org.understudy.predictor.model;

/** Counts the bytes of a model's state. */
final class StateSize implements State {
    private static final int REFERENCE = 4;

    private long bytes;

    long bytes() {
        return bytes;
    }

    @Override
    public void longs(long[] values) {
        bytes += 8L * values.length;
    }

    @Override
    public void ints(int[] values) {
        bytes += 4L * values.length;
    }

    @Override
    public void shorts(short[] values) {
        bytes += 2L * values.length;
    }

    @Override
    public void floats(float[] values) {
        bytes += 4L * values.length;
    }

    @Override
    public void names(String[] values) {
        for (String value : values) {
            bytes += REFERENCE + (value == null ? 0 : ItemDictionary.cost(value));
        }
    }

    @Override
    public long number(long value) {
        return value;
    }
}
