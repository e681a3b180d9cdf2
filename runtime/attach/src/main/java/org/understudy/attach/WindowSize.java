package org.understudy.attach;

/** The size of a terminal in character cells; zero means unknown. */
public record WindowSize(int columns, int rows) {
    private static final int LARGEST = 10_000;

    public WindowSize {
        if (columns < 0 || rows < 0 || columns > LARGEST || rows > LARGEST) {
            throw new IllegalArgumentException("a window of " + columns + " by " + rows + " cells");
        }
    }

    /** Reads the payload of a {@link Frame.Kind#WINDOW} frame. */
    public static WindowSize parse(String text) throws ProtocolException {
        String[] parts = text.split(" ");
        if (parts.length != 2) {
            throw new ProtocolException("a window size must be 'COLUMNS ROWS', not '" + text + "'");
        }
        return parse(parts[0], parts[1]);
    }

    static WindowSize parse(String columns, String rows) throws ProtocolException {
        try {
            return new WindowSize(Integer.parseInt(columns), Integer.parseInt(rows));
        } catch (IllegalArgumentException e) {
            throw new ProtocolException("a window size of '" + columns + "' by '" + rows + "'");
        }
    }

    /** The text that {@link #parse(String)} reads. */
    public String encode() {
        return columns + " " + rows;
    }
}
