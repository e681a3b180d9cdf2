package org.understudy.swap.journal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** The version of Understudy that this code belongs to, as the build wrote it down. */
final class Product {
    private static final String VERSION = read();

    private Product() {}

    static String version() {
        return VERSION;
    }

    private static String read() {
        Properties properties = new Properties();
        try (InputStream in = Product.class.getResourceAsStream("product.properties")) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException("product.properties beside " + Product.class + " cannot be read", e);
        }
        return properties.getProperty("version");
    }
}
