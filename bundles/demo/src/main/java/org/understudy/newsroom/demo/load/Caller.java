package org.understudy.newsroom.demo.load;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.understudy.newsroom.Answer;
import org.understudy.newsroom.demo.check.Beats;
import org.understudy.newsroom.demo.check.Checks;
import org.understudy.newsroom.demo.check.Fault;
import org.understudy.newsroom.demo.check.Part;
import org.understudy.newsroom.demo.check.Threads;
import org.understudy.newsroom.demo.check.Timeline;
import org.understudy.newsroom.demo.holder.Grip;
import org.understudy.newsroom.demo.holder.Grips;
import org.understudy.newsroom.demo.holder.Kind;

/**
 * One of the threads that call services at a fixed pace. The kinds of holders take turns; the usage says which part is
 * called. A call that does not come back in time is failed by {@link #failOverdue}, and another thread takes its
 * caller's place, so that the load goes on.
 */
final class Caller {
    private static final VarHandle UNDER_WAY;
    private static final long NONE = Long.MIN_VALUE;

    static {
        try {
            UNDER_WAY = MethodHandles.lookup().findVarHandle(Caller.class, "underWay", long.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private final String name;
    private final Grips grips;
    private final UsageReplay usage;
    private final long usageOffset;
    private final Pace pace;
    private final Rate rate;
    private final Checks checks;
    private final Witness witness;
    private final Tally tally = new Tally();
    private final Beats beats = new Beats();
    private volatile boolean over;
    private volatile Thread thread;
    private volatile long underWay = NONE;
    private long number;
    private String failure = "";

    Caller(
            String name,
            Grips grips,
            UsageReplay usage,
            long usageOffset,
            Pace pace,
            Rate rate,
            Checks checks,
            Witness witness) {
        this.name = name;
        this.grips = grips;
        this.usage = usage;
        this.usageOffset = usageOffset;
        this.pace = pace;
        this.rate = rate;
        this.checks = checks;
        this.witness = witness;
    }

    Tally tally() {
        return tally;
    }

    Beats beats() {
        return beats;
    }

    void start() {
        Thread next = Threads.daemon(name, this::run);
        thread = next;
        next.start();
    }

    void stop() {
        over = true;
    }

    void join(long millis) throws InterruptedException {
        thread.join(millis);
    }

    /** Fails the call that should have been answered by now, if there is one, and puts another thread to work. */
    void failOverdue(long nowNanos) {
        long intended = underWay;
        if (intended != NONE && rate.exceeds(nowNanos - intended) && UNDER_WAY.compareAndSet(this, intended, NONE)) {
            Kind kind = kind();
            Part part = usage.part(usageOffset + number);
            tally.add(
                    kind,
                    part,
                    Mark.FAILED,
                    nowNanos - intended,
                    checks.windows().contains(nowNanos));
            checks.failures().add(where(kind, part), "no answer in time, the call hangs");
            number++;
            start();
        }
    }

    private void run() {
        while (!over) {
            long intended = pace.start(number);
            Pace.await(intended);
            underWay = intended;
            Kind kind = kind();
            Part part = usage.part(usageOffset + number);
            long began = System.nanoTime();
            boolean inWindow = checks.windows().contains(began);
            Mark mark = call(kind, part);
            long ended = System.nanoTime();
            if (!UNDER_WAY.compareAndSet(this, intended, NONE)) {
                return; // it was failed as overdue, and another thread goes on in this one's place
            }
            if (mark == Mark.GOOD && rate.exceeds(ended - intended)) {
                mark = Mark.FAILED;
                failure = "no answer within " + rate.timeout().toMillis() + " ms of the intended start";
            }
            finish(kind, part, mark, ended, ended - intended, inWindow);
            number++;
        }
    }

    private void finish(Kind kind, Part part, Mark mark, long ended, long latency, boolean inWindow) {
        tally.add(kind, part, mark, latency, inWindow);
        if (mark == Mark.GOOD) {
            beats.add(ended);
        } else if (mark != Mark.FAULT) {
            checks.failures().add(where(kind, part), failure);
        }
    }

    private Mark call(Kind kind, Part part) {
        Grip grip = grips.of(kind, part);
        Timeline timeline = checks.timelines().of(part);
        Timeline.Epoch begun = timeline.now();
        int question = (int) (number & (Part.QUESTIONS - 1));
        try {
            Object service = grip.take();
            if (service == null) {
                return failed("no service to call");
            }
            long asked = System.nanoTime();
            Answer<?> answer = part.ask(service, question);
            witness.answered(part, answer.version(), asked, System.nanoTime());
            Mark mark = judge(part, question, answer, timeline.judge(begun, answer.version()));
            return grip.release() ? mark : failed("the service that is held is no longer registered");
        } catch (RuntimeException | LinkageError | VirtualMachineError e) {
            if (Fault.isOnPurpose(part, e)) {
                grip.release();
                return Mark.FAULT;
            }
            return failed(e.toString());
        }
    }

    private Mark judge(Part part, int question, Answer<?> answer, Timeline.Verdict verdict) {
        if (verdict == Timeline.Verdict.UNKNOWN) {
            return failed("answered by version " + answer.version() + ", which was never on stage");
        }
        if (!checks.answers().accept(part, question, answer)) {
            return failed("a wrong answer of version " + answer.version() + " to question " + question);
        }
        if (verdict == Timeline.Verdict.STALE) {
            failure = "a stale answer of version " + answer.version();
            return Mark.STALE;
        }
        return Mark.GOOD;
    }

    private Mark failed(String what) {
        failure = what;
        return Mark.FAILED;
    }

    private Kind kind() {
        Kind[] kinds = Kind.values();
        return kinds[(int) (number % kinds.length)];
    }

    private String where(Kind kind, Part part) {
        return name + ", " + kind.label() + " of " + part.resource();
    }
}
