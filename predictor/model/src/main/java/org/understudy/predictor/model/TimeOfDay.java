package org.understudy.predictor.model;

/** Which part of the day a time is in: the day of the settings' offset from UTC, in parts of two hours. */
final class TimeOfDay {
    /** No part: times mean nothing. */
    static final int NONE = 0;

    private static final long DAY = 86_400;
    private static final long PART = 7_200;

    private final long offset;

    TimeOfDay(int offsetMinutes) {
        offset = offsetMinutes * 60L;
    }

    /** The part in which this second since 1970 lies, from 1 to 12. */
    int part(long seconds) {
        return 1 + (int) (Math.floorMod(Math.floorMod(seconds, DAY) + offset, DAY) / PART);
    }
}
