package org.understudy.newsroom.qr;

/** An SVG document made of one shape, drawn where a code is dark. */
public final class Drawing {
    /** The shape of one dark square. */
    @FunctionalInterface
    public interface Shape {
        /** The commands of an SVG path that draw it in the square with this upper left corner. */
        String at(int x, int y);
    }

    private Drawing() {}

    /** The document. */
    public static String of(Modules modules, String colour, Shape shape) {
        int size = modules.size();
        StringBuilder svg = new StringBuilder("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 ")
                .append(size)
                .append(' ')
                .append(size)
                .append("\"><path fill=\"#fff\" d=\"M0 0h")
                .append(size)
                .append('v')
                .append(size)
                .append("H0z\"/><path fill=\"")
                .append(colour)
                .append("\" d=\"");
        for (int y = 0; y < size; y++) {
            for (int x = 0; x < size; x++) {
                if (modules.dark(x, y)) {
                    svg.append(shape.at(x, y));
                }
            }
        }
        return svg.append("\"/></svg>\n").toString();
    }
}
