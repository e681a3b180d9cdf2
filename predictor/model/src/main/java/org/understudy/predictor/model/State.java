package org.understudy.predictor.model;

/**
 * Goes through everything a part of the model holds, in a fixed order: the same walk writes a snapshot, reads one and
 * counts bytes. A number that is read is returned; where nothing is read, the given one is.
 */
interface State {
    void longs(long[] values);

    void ints(int[] values);

    void shorts(short[] values);

    void floats(float[] values);

    void names(String[] values);

    long number(long value);

    /** As {@link #number(long)}. */
    default int number(int value) {
        return (int) number((long) value);
    }
}
