package org.understudy.shell;

import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.ArrayDeque;
import java.util.Objects;
import java.util.Queue;

/**
 * An input stream that one thread feeds and another reads. The feeder waits while {@value #LIMIT} bytes or more are
 * unread, so that a client cannot fill the memory.
 */
final class FedInput extends InputStream {
    private static final int LIMIT = 1 << 20;

    private final Queue<byte[]> waiting = new ArrayDeque<>();
    private byte[] current = new byte[0];
    private int position;
    private long unread;
    private boolean ended;

    /** Appends bytes, which must not be changed afterwards; without effect after the end. */
    synchronized void feed(byte[] bytes) throws InterruptedException {
        while (unread >= LIMIT && !ended) {
            wait();
        }
        if (bytes.length > 0 && !ended) {
            waiting.add(bytes);
            unread += bytes.length;
            notifyAll();
        }
    }

    /** Nothing more comes: the reader sees the end after what was fed. */
    synchronized void end() {
        ended = true;
        notifyAll();
    }

    @Override
    public synchronized int read() throws InterruptedIOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public synchronized int read(byte[] target, int offset, int length) throws InterruptedIOException {
        Objects.checkFromIndexSize(offset, length, target.length);
        if (length == 0) {
            return 0;
        }
        if (!awaitBytes()) {
            return -1;
        }
        int count = Math.min(length, current.length - position);
        System.arraycopy(current, position, target, offset, count);
        position += count;
        unread -= count;
        notifyAll();
        return count;
    }

    @Override
    public synchronized int available() {
        return (int) Math.min(unread, Integer.MAX_VALUE);
    }

    private boolean awaitBytes() throws InterruptedIOException {
        while (position == current.length) {
            if (!waiting.isEmpty()) {
                current = waiting.remove();
                position = 0;
            } else if (ended) {
                return false;
            } else {
                pause();
            }
        }
        return true;
    }

    private void pause() throws InterruptedIOException {
        try {
            wait();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while waiting for input");
        }
    }
}
