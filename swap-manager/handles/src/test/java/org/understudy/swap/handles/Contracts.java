package org.understudy.swap.handles;

import java.io.IOException;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.crypto.SealedObject;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.function.Executable;
import org.objectweb.asm.ClassVisitor;

/** Interfaces of every shape that a handle has to take, and objects behind them. */
public final class Contracts {
    private Contracts() {}

    public interface Everything {
        boolean flag(boolean value);

        byte octet(byte value);

        char letter(char value);

        short little(short value);

        int number(int value);

        long big(long value);

        float real(float value);

        double precise(double value);

        int[] row(int[] value);

        String[][] table(String[][] value);

        <T extends Comparable<T>> List<? super T> generic(List<T> value);

        String mixed(int a, long b, float c, double d, Object e, String... rest);
    }

    public static final class Echo implements Everything {
        @Override
        public boolean flag(boolean value) {
            return value;
        }

        @Override
        public byte octet(byte value) {
            return value;
        }

        @Override
        public char letter(char value) {
            return value;
        }

        @Override
        public short little(short value) {
            return value;
        }

        @Override
        public int number(int value) {
            return value;
        }

        @Override
        public long big(long value) {
            return value;
        }

        @Override
        public float real(float value) {
            return value;
        }

        @Override
        public double precise(double value) {
            return value;
        }

        @Override
        public int[] row(int[] value) {
            return value;
        }

        @Override
        public String[][] table(String[][] value) {
            return value;
        }

        @Override
        public <T extends Comparable<T>> List<? super T> generic(List<T> value) {
            return value;
        }

        @Override
        public String mixed(int a, long b, float c, double d, Object e, String... rest) {
            return a + " " + b + " " + c + " " + d + " " + e + " " + Arrays.toString(rest);
        }
    }

    public static class Outdated extends Exception {
        private static final long serialVersionUID = 1L;
    }

    public interface Catalogue {
        void reload() throws IOException, Outdated;
    }

    record Failing(IOException planned) implements Catalogue {
        @Override
        public void reload() throws IOException {
            throw planned;
        }
    }

    public interface Named {
        String name();

        default String greeting() {
            return "Hello " + name();
        }
    }

    static final class Polite implements Named {
        @Override
        public String name() {
            return "Polite";
        }

        @Override
        public String greeting() {
            return "Dear " + name();
        }
    }

    public interface OtherNamed {
        String name();
    }

    interface Counted {
        int hiddenCount();
    }

    public interface Finder<K, V> {
        V find(K key);
    }

    public interface Repository extends Finder<String, String>, Counted {}

    static final class Shelf implements Repository {
        @Override
        public String find(String key) {
            return key + " 1";
        }

        @Override
        public int hiddenCount() {
            return 2;
        }
    }

    public interface General {
        Object value();
    }

    public interface Specific extends General {
        @Override
        String value();
    }

    public interface Covariant {
        CharSequence value();
    }

    static final class Both implements Named, OtherNamed, Covariant {
        @Override
        public String name() {
            return "both";
        }

        @Override
        public String value() {
            return "covariant";
        }
    }

    public interface IdentityMinded {
        @Override
        boolean equals(Object other);

        @Override
        int hashCode();

        @Override
        String toString();
    }

    record AlwaysEqual(AtomicBoolean asked) implements IdentityMinded {
        @Override
        public boolean equals(Object other) {
            asked.set(true);
            return true;
        }

        @Override
        public int hashCode() {
            asked.set(true);
            return 1;
        }
    }

    public interface Mentioning {
        List<? extends Executable> all(ClassVisitor visitor);

        SealedObject[] sealed();

        DynamicTest test();
    }

    public interface WithStatics {
        String call();

        default String helped() {
            return help();
        }

        private String help() {
            return call() + ", helped";
        }

        static String answer() {
            return "left alone";
        }
    }

    public sealed interface Closed permits OnlyOne {}

    public static final class OnlyOne implements Closed {}

    interface Internal {}

    static final class Holder {
        private Holder() {}

        public interface Nested {}
    }

    public interface ReturnsInt {
        int value();
    }

    public interface Progress<T> extends CompletionStage<T> {}

    public interface Later {
        CompletionStage<String> stage();

        CompletableFuture<String> future();

        Progress<String> progress();
    }

    record Promised(CompletableFuture<String> future) implements Later {
        @Override
        public CompletionStage<String> stage() {
            return future;
        }

        @Override
        public Progress<String> progress() {
            return null;
        }
    }

    public interface Shop {
        Object anything();

        Iterator<String> all();

        Number[] prices();

        String name();

        long[] counts();

        TimeUnit unit();

        int size();

        void close();
    }

    record Kiosk(Object anything, Iterator<String> all, Number[] prices) implements Shop {
        @Override
        public String name() {
            return "kiosk";
        }

        @Override
        public long[] counts() {
            return new long[1];
        }

        @Override
        public TimeUnit unit() {
            return TimeUnit.DAYS;
        }

        @Override
        public int size() {
            return 1;
        }

        @Override
        public void close() {}
    }

    public interface Finalized {
        void finalize();
    }
}
