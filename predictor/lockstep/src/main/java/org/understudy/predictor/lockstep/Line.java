package org.understudy.predictor.lockstep;

import java.nio.charset.StandardCharsets;
import org.understudy.predictor.model.Prediction;

/** One line of an answer: items percent-encoded, probabilities rounded down, so that a sum of one stays one. */
final class Line {
    private static final int DIGITS = 9;
    private static final long SCALE = 1_000_000_000L;
    private static final String HEX = "0123456789ABCDEF";

    private final StringBuilder text = new StringBuilder(1 << 12);

    Line clear() {
        text.setLength(0);
        return this;
    }

    Line put(String plain) {
        text.append(plain);
        return this;
    }

    Line put(double probability) {
        long scaled = (long) (probability * SCALE);
        if (scaled >= SCALE) {
            text.append('1');
            return this;
        }
        text.append("0.");
        int at = text.length();
        for (int i = 0; i < DIGITS; i++) {
            text.append('0');
        }
        for (int i = at + DIGITS - 1; scaled > 0; i--, scaled /= 10) {
            text.setCharAt(i, (char) ('0' + scaled % 10));
        }
        return this;
    }

    /** The items of a prediction, at most so many. */
    Line put(Prediction prediction, int most) {
        for (int i = 0; i < Math.min(most, prediction.size()); i++) {
            if (i > 0) {
                text.append('|');
            }
            encode(prediction.item(i));
            text.append('=');
            put(prediction.probability(i));
        }
        return this;
    }

    private void encode(String item) {
        if (isPlain(item)) {
            text.append(item);
            return;
        }
        for (byte b : item.getBytes(StandardCharsets.UTF_8)) {
            if (isPlain((char) (b & 0xff))) {
                text.append((char) b);
            } else {
                text.append('%').append(HEX.charAt(b >> 4 & 0xf)).append(HEX.charAt(b & 0xf));
            }
        }
    }

    private static boolean isPlain(String item) {
        for (int i = 0; i < item.length(); i++) {
            if (!isPlain(item.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isPlain(char c) {
        return c > ' ' && c < 0x7f && c != '%' && c != '|' && c != '=';
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
