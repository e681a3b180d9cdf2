package org.understudy.swap.journal.outage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.understudy.swap.journal.Disk;
import org.understudy.swap.journal.RealDisk;

/**
 * A disk that remembers what was forced. It works on a real folder, whose content when the disk is made counts as
 * durable, so that others can read the files; what it would hold after a power loss is written elsewhere by {@link
 * #leave}. Nothing is really forced, which makes it quick.
 *
 * <p>Every change and every force is a step, counted from 1. The faults, each set before use: the power goes off before
 * a step, a step fails, there is no more room, forces from certain places are ignored. Safe for use by many threads.
 */
public class ForgetfulDisk implements Disk {
    private static final int NEVER = 0;
    private static final String OURS = "org.understudy.swap.";

    private final Disk real;
    private final Path root;
    private final Node.Folder top;
    private final Set<String> sites = new TreeSet<>();
    private Predicate<String> ignored = site -> false;
    private int steps;
    private int offBefore = NEVER;
    private int killedBefore = NEVER;
    private Predicate<Integer> failing = step -> false;
    private long room = Long.MAX_VALUE;
    private boolean readOnly;

    /** A disk with what lies in a real folder. */
    public ForgetfulDisk(Path root) {
        this(root, new RealDisk());
    }

    /** A disk with what lies in a folder of another one, to which everything is handed on but for what is forced. */
    public ForgetfulDisk(Path root, Disk real) {
        this.root = root;
        this.real = real;
        try {
            this.top = folder(root);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Node.Folder folder(Path place) throws IOException {
        Node.Folder folder = new Node.Folder();
        for (Path path : real.list(place)) {
            folder.found(path.getFileName().toString(), real.isFolder(path) ? folder(path) : file(path));
        }
        return folder;
    }

    private Node.File file(Path path) throws IOException {
        Node.File file = new Node.File();
        file.write(0, real.read(path));
        file.force();
        return file;
    }

    /** Lets the power go off before a step; it stays off. */
    public ForgetfulDisk offBefore(int step) {
        offBefore = step;
        return this;
    }

    /** Lets the process be killed before a step; what it has written is there still, forced or not. */
    public ForgetfulDisk killedBefore(int step) {
        killedBefore = step;
        return this;
    }

    /** Lets these steps fail; a write that fails has written half, and what a failed force should have saved is in doubt. */
    public ForgetfulDisk failing(Predicate<Integer> these) {
        failing = these;
        return this;
    }

    /** Leaves room for so many more bytes. Nothing is given back when files shrink. */
    public synchronized ForgetfulDisk room(long bytes) {
        room = bytes;
        return this;
    }

    /** Refuses every change. */
    public synchronized ForgetfulDisk readOnly() {
        readOnly = true;
        return this;
    }

    /** Ignores what is to be forced from certain places in the code, named as in {@link #sites}. */
    public ForgetfulDisk ignoring(Predicate<String> places) {
        ignored = places;
        return this;
    }

    /** Whether the power is off. */
    public synchronized boolean isOff() {
        return offBefore != NEVER && steps >= offBefore;
    }

    /** How many steps there have been. */
    public synchronized int steps() {
        return steps;
    }

    /** From where something was forced: the methods of the product that led there, innermost first, with their lines. */
    public synchronized Set<String> sites() {
        return Set.copyOf(sites);
    }

    /** Writes into an empty folder of another disk what may be found there after a power loss now. */
    public synchronized void leave(Aftermath aftermath, Disk other, Path place) throws IOException {
        top.leave(other, place, aftermath, new Random(aftermath.seed()));
    }

    private void step(String what) throws IOException {
        steps++;
        if (isOff()) {
            throw new PowerFailure(what);
        }
        if (steps == killedBefore) {
            throw new Kill(what);
        }
        if (readOnly && !what.startsWith("force")) {
            throw new IOException("Read-only file system");
        }
    }

    /** What does its step in part even where it fails checks for itself. */
    private void wholeStep(String what) throws IOException {
        step(what);
        if (failing.test(steps)) {
            throw new IOException("Input/output error");
        }
    }

    private Node at(Path path) {
        Node node = top;
        for (Path name : root.relativize(path)) {
            if (!name.toString().isEmpty()) {
                node = node instanceof Node.Folder folder ? folder.now.get(name.toString()) : null;
            }
        }
        return node;
    }

    private Node.Folder around(Path path) {
        return (Node.Folder) at(path.getParent());
    }

    private static String name(Path path) {
        return path.getFileName().toString();
    }

    @Override
    public boolean isFile(Path path) {
        return real.isFile(path);
    }

    @Override
    public boolean isFolder(Path path) {
        return real.isFolder(path);
    }

    @Override
    public synchronized boolean mayChange(Path folder) {
        return !readOnly && real.mayChange(folder);
    }

    @Override
    public List<Path> list(Path folder) throws IOException {
        return real.list(folder);
    }

    @Override
    public long size(Path file) throws IOException {
        return real.size(file);
    }

    @Override
    public byte[] read(Path file) throws IOException {
        return real.read(file);
    }

    @Override
    public byte[] read(Path file, int atMost) throws IOException {
        return real.read(file, atMost);
    }

    @Override
    public synchronized Writing create(Path file) throws IOException {
        wholeStep("create " + file);
        Writing writing = real.create(file);
        if (at(file) instanceof Node.File old) {
            old.cut(0);
            return new Open((Node.File) at(file), writing, file, 0);
        }
        Node.File fresh = new Node.File();
        around(file).change(fresh, null, name(file));
        return new Open(fresh, writing, file, 0);
    }

    @Override
    public synchronized Writing append(Path file) throws IOException {
        if (readOnly) {
            throw new IOException("Read-only file system");
        }
        return new Open((Node.File) at(file), real.append(file), file, Math.toIntExact(real.size(file)));
    }

    @Override
    public synchronized void cut(Path file, long length) throws IOException {
        wholeStep("cut " + file);
        real.cut(file, length);
        ((Node.File) at(file)).cut(Math.toIntExact(length));
    }

    @Override
    public synchronized void rename(Path from, Path to) throws IOException {
        wholeStep("rename " + from);
        Node node = at(from);
        real.rename(from, to);
        around(from).change(node, name(from), name(to));
    }

    @Override
    public synchronized void delete(Path file) throws IOException {
        wholeStep("delete " + file);
        Node node = at(file);
        real.delete(file);
        around(file).change(node, name(file), null);
    }

    @Override
    public synchronized void createFolder(Path folder) throws IOException {
        wholeStep("create " + folder);
        real.createFolder(folder);
        around(folder).change(new Node.Folder(), null, name(folder));
    }

    @Override
    public synchronized void force(Path folder) throws IOException {
        if (!folder.startsWith(root)) {
            return; // of this disk nothing lies there
        }
        wholeStep("force " + folder);
        if (counts()) {
            ((Node.Folder) at(folder)).force();
        }
    }

    /** Notes from where something is forced, and whether that is to be ignored. */
    private boolean counts() {
        String site = StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE)
                .walk(frames -> frames.dropWhile(frame -> !isProduct(frame))
                        .takeWhile(ForgetfulDisk::isProduct)
                        .map(frame -> frame.getDeclaringClass().getSimpleName() + "." + frame.getMethodName() + ":"
                                + frame.getLineNumber())
                        .collect(Collectors.joining(" < ")));
        sites.add(site);
        return !ignored.test(site);
    }

    private static boolean isProduct(StackWalker.StackFrame frame) {
        CodeSource source = frame.getDeclaringClass().getProtectionDomain().getCodeSource();
        return frame.getClassName().startsWith(OURS)
                && source != null
                && !source.getLocation().getPath().matches(".*(/test-classes/|-tests\\.jar)");
    }

    private final class Open implements Writing {
        private final Node.File node;
        private final Writing writing;
        private final Path file;
        private int end;

        Open(Node.File node, Writing writing, Path file, int end) {
            this.node = node;
            this.writing = writing;
            this.file = file;
            this.end = end;
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            synchronized (ForgetfulDisk.this) {
                step("write " + file);
                boolean fails = failing.test(steps);
                int written = (int) Math.min(fails ? length / 2 : length, room);
                writing.write(bytes, offset, written);
                byte[] copy = new byte[written];
                System.arraycopy(bytes, offset, copy, 0, written);
                node.write(end, copy);
                end += written;
                room -= written;
                if (fails) {
                    throw new IOException("Input/output error");
                }
                if (written < length) {
                    throw new IOException("No space left on device");
                }
            }
        }

        @Override
        public void force() throws IOException {
            synchronized (ForgetfulDisk.this) {
                step("force " + file);
                if (failing.test(steps)) {
                    node.forceFails();
                    throw new IOException("Input/output error");
                }
                if (counts()) {
                    node.force();
                }
            }
        }

        @Override
        public void close() throws IOException {
            writing.close();
        }
    }
}
