package org.understudy.predictor.model;

/**
 * What a context knows of one item, in one long: the item, how often it came (slow), how often lately (fast, in
 * units that grow), and what the mixture has learned to add for it (bias, in 1/8192).
 */
final class Entry {
    /** What one need adds to a fast count at first. */
    static final int UNIT = 64;

    static final int MOST = 0xffff;
    private static final float BIAS_SCALE = 8192;

    private Entry() {}

    static int item(long entry) {
        return (int) entry & 0xffff;
    }

    static int slow(long entry) {
        return (int) (entry >>> 16) & 0xffff;
    }

    static int fast(long entry) {
        return (int) (entry >>> 32) & 0xffff;
    }

    static float bias(long entry) {
        return (short) (entry >>> 48) / BIAS_SCALE;
    }

    static long of(int item, int slow, int fast) {
        return item | (long) slow << 16 | (long) fast << 32;
    }

    /** With other counts, and the same item and bias. */
    static long counted(long entry, int slow, int fast) {
        return entry & 0xffff_0000_0000_ffffL | (long) slow << 16 | (long) fast << 32;
    }

    /** With a bias moved by a step, which {@code dither} (from 0 to 1) rounds up or down. */
    static long moved(long entry, float step, float dither) {
        int bias = (int) Math.floor((short) (entry >>> 48) + step * BIAS_SCALE + dither);
        int bounded = Math.max(Short.MIN_VALUE, Math.min(Short.MAX_VALUE, bias));
        return entry & 0x0000_ffff_ffff_ffffL | (long) bounded << 48;
    }

    /** What lists are sorted by. */
    static int weight(long entry, int unit) {
        return slow(entry) * unit + 4 * fast(entry);
    }
}
