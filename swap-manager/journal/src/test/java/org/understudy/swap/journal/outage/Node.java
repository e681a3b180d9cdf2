package org.understudy.swap.journal.outage;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.understudy.swap.journal.Disk;

/** A file or folder as a disk knows it: without a name of its own, and with what is not yet durable about it. */
abstract class Node {
    /** Writes down what is found of it after a power loss. */
    abstract void leave(Disk disk, Path place, Aftermath aftermath, Random chance) throws IOException;

    /** A folder: names and what bears them. */
    static final class Folder extends Node {
        private final Map<String, Node> durable = new HashMap<>();
        private final List<Change> pending = new ArrayList<>();
        final Map<String, Node> now = new HashMap<>();

        /** A change of names: the node loses one and gets another; either may be missing. */
        private record Change(Node node, String lost, String got) {
            void apply(Map<String, Node> names) {
                if (lost != null) {
                    names.remove(lost, node);
                }
                if (got != null) {
                    names.put(got, node);
                }
            }
        }

        /** There already when everything began. */
        void found(String name, Node node) {
            durable.put(name, node);
            now.put(name, node);
        }

        void change(Node node, String lost, String got) {
            Change change = new Change(node, lost, got);
            change.apply(now);
            pending.add(change);
        }

        void force() {
            durable.clear();
            durable.putAll(now);
            pending.clear();
        }

        @Override
        void leave(Disk disk, Path place, Aftermath aftermath, Random chance) throws IOException {
            if (!disk.isFolder(place)) {
                disk.createFolder(place);
            }
            Map<String, Node> names = new HashMap<>(durable);
            for (Change change : kept(aftermath.names(), chance)) {
                change.apply(names);
            }
            for (Map.Entry<String, Node> named : names.entrySet()) {
                named.getValue().leave(disk, place.resolve(named.getKey()), aftermath, chance);
            }
        }

        private List<Change> kept(Aftermath.Names names, Random chance) {
            return switch (names) {
                case NONE -> List.of();
                case ALL -> pending;
                case LAST -> pending.subList(Math.max(0, pending.size() - 1), pending.size());
                case ALL_BUT_LAST -> pending.subList(0, Math.max(0, pending.size() - 1));
                case ANY -> {
                    List<Change> some = new ArrayList<>(pending);
                    some.removeIf(change -> chance.nextBoolean());
                    Collections.shuffle(some, chance);
                    yield some;
                }
            };
        }
    }

    /** A file: all that was ever done to it, in order, and what of that is durable. */
    static final class File extends Node {
        private final List<Change> changes = new ArrayList<>();

        private enum State {
            PENDING,
            DURABLE,
            /** A force failed. Later ones succeed, and still nobody knows. */
            DOUBTFUL
        }

        /** Bytes written at a place, or, without bytes, an end put there. */
        private static final class Change {
            private final int at;
            private final byte[] bytes;
            private State state = State.PENDING;

            Change(int at, byte[] bytes) {
                this.at = at;
                this.bytes = bytes;
            }

            byte[] apply(byte[] content, byte[] written, int from) {
                if (bytes == null) {
                    return Arrays.copyOf(content, Math.min(at, content.length));
                }
                byte[] grown = Arrays.copyOf(content, Math.max(content.length, at + from + written.length));
                System.arraycopy(written, 0, grown, at + from, written.length);
                return grown;
            }
        }

        void write(int at, byte[] bytes) {
            changes.add(new Change(at, bytes));
        }

        void cut(int length) {
            changes.add(new Change(length, null));
        }

        void force() {
            changes.stream()
                    .filter(change -> change.state == State.PENDING)
                    .forEach(change -> change.state = State.DURABLE);
        }

        void forceFails() {
            changes.stream()
                    .filter(change -> change.state == State.PENDING)
                    .forEach(change -> change.state = State.DOUBTFUL);
        }

        @Override
        void leave(Disk disk, Path place, Aftermath aftermath, Random chance) throws IOException {
            byte[] content = new byte[0];
            for (Change change : changes) {
                content = change.state == State.DURABLE
                        ? change.apply(content, change.bytes, 0)
                        : leave(content, change, aftermath.bytes(), chance);
            }
            try (Disk.Writing writing = disk.create(place)) {
                writing.write(content, 0, content.length);
            }
        }

        private static byte[] leave(byte[] content, Change change, Aftermath.Bytes kept, Random chance) {
            int length = change.bytes == null ? 0 : change.bytes.length;
            return switch (kept) {
                case NONE -> content;
                case ALL -> change.apply(content, change.bytes, 0);
                case UNCUT -> change.bytes == null ? content : change.apply(content, change.bytes, 0);
                case TORN -> torn(content, change, length / 2);
                case ZEROED -> change.apply(content, new byte[length], 0);
                case HOLED -> holed(content, change, length / 2);
                case ANY ->
                    switch (chance.nextInt(5)) {
                        case 0 -> content;
                        case 1 -> change.apply(content, change.bytes, 0);
                        case 2 -> torn(content, change, chance.nextInt(length + 1));
                        case 3 -> change.apply(content, new byte[length], 0);
                        default -> holed(content, change, chance.nextInt(length + 1));
                    };
            };
        }

        private static byte[] torn(byte[] content, Change change, int half) {
            return change.apply(content, change.bytes == null ? null : Arrays.copyOf(change.bytes, half), 0);
        }

        private static byte[] holed(byte[] content, Change change, int half) {
            return change.apply(
                    content,
                    change.bytes == null ? null : Arrays.copyOfRange(change.bytes, half, change.bytes.length),
                    half);
        }
    }
}
