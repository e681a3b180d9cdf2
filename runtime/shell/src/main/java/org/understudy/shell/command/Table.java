package org.understudy.shell.command;

import java.util.ArrayList;
import java.util.List;

/** A table with aligned columns; columns whose title begins with {@code >} stand to the right. Not for sharing. */
final class Table {
    private static final String GAP = "  ";

    private final List<Column> columns;
    private final List<List<Cell>> rows = new ArrayList<>();

    private record Column(String title, boolean right) {
        static Column of(String title) {
            return title.startsWith(">") ? new Column(title.substring(1), true) : new Column(title, false);
        }
    }

    /** A text and how it looks. */
    record Cell(String text, Tone tone) {
        static Cell of(Object text) {
            return new Cell(String.valueOf(text), Tone.PLAIN);
        }
    }

    Table(String... titles) {
        columns = List.of(titles).stream().map(Column::of).toList();
    }

    /** Adds a row: a {@link Cell} or anything with a text for each column. */
    Table row(Object... cells) {
        if (cells.length != columns.size()) {
            throw new IllegalArgumentException(cells.length + " cells for " + columns.size() + " columns");
        }
        List<Cell> row = new ArrayList<>();
        for (Object cell : cells) {
            row.add(cell instanceof Cell made ? made : Cell.of(cell));
        }
        rows.add(row);
        return this;
    }

    /** The table as lines, each ended; without a single escape sequence unless it is for a terminal. */
    String render(boolean terminal) {
        int[] widths = widths();
        StringBuilder text = new StringBuilder();
        List<Cell> head = columns.stream()
                .map(column -> new Cell(column.title(), Tone.HEAD))
                .toList();
        renderRow(head, widths, terminal, text);
        rows.forEach(row -> renderRow(row, widths, terminal, text));
        return text.toString();
    }

    private int[] widths() {
        int[] widths = new int[columns.size()];
        for (int i = 0; i < widths.length; i++) {
            widths[i] = columns.get(i).title().length();
            for (List<Cell> row : rows) {
                widths[i] = Math.max(widths[i], row.get(i).text().length());
            }
        }
        return widths;
    }

    private void renderRow(List<Cell> row, int[] widths, boolean terminal, StringBuilder text) {
        int pending = 0;
        for (int i = 0; i < widths.length; i++) {
            Cell cell = row.get(i);
            int padding = widths[i] - cell.text().length();
            if (cell.text().isEmpty()) {
                pending += padding + GAP.length();
                continue;
            }
            int before = columns.get(i).right() ? padding : 0;
            text.append(" ".repeat(pending + before));
            text.append(terminal ? cell.tone().paint(cell.text()) : cell.text());
            pending = padding - before + GAP.length();
        }
        text.append(System.lineSeparator());
    }
}
