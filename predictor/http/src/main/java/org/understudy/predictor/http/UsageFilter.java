package org.understudy.predictor.http;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.understudy.predict.Usage;
import org.understudy.predict.UsageStep;

/**
 * Makes of each request that belongs to a session a step of its {@link Visitor}: the resources that it calls are what the
 * visitor needs. The step is over when the request comes back through the filter. What the request goes on to do
 * asynchronously, on whatever thread, and what is dispatched from there, is no part of it; whoever wants that taken
 * begins a step where it runs.
 *
 * <p>Nothing is taken of a request that belongs to no session, and none is created; nor of one that asks for privacy. A
 * request is answered all the same where usage is not taken or fails. It is there for all contexts and before all
 * other filters, unless a configuration says otherwise; it is no part of any resource, so no swap ever takes it away.
 */
@Component(
        service = Filter.class,
        name = UsageFilter.PID,
        property = {
            "service.ranking:Integer=2147483647",
            "osgi.http.whiteboard.filter.name=" + UsageFilter.PID,
            "osgi.http.whiteboard.filter.pattern=/*",
            "osgi.http.whiteboard.filter.asyncSupported:Boolean=true",
            "osgi.http.whiteboard.context.select=(osgi.http.whiteboard.context.name=*)"
        })
public final class UsageFilter implements Filter {
    /** What its configuration is called. */
    public static final String PID = "org.understudy.predictor.http";

    private static final Logger LOG = LoggerFactory.getLogger(UsageFilter.class);
    private static final UsageStep NONE = () -> {};

    private final AtomicBoolean complained = new AtomicBoolean();

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile Usage usage;

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        UsageStep step = begin((HttpServletRequest) request);
        try {
            chain.doFilter(request, response);
        } finally {
            end(step);
        }
    }

    private UsageStep begin(HttpServletRequest request) {
        Usage present = usage;
        if (present == null) {
            return NONE;
        }
        try {
            return Visitor.of(request).map(present::step).orElse(NONE);
        } catch (RuntimeException | LinkageError e) {
            complain(e);
            return NONE;
        }
    }

    private void end(UsageStep step) {
        try {
            step.close();
        } catch (RuntimeException | LinkageError e) {
            complain(e);
        }
    }

    /** Once, and without the message, which may say who the visitor is. */
    private void complain(Throwable reason) {
        if (complained.compareAndSet(false, true)) {
            StackTraceElement[] trace = reason.getStackTrace();
            LOG.warn(
                    "the usage of an HTTP request was not taken; the request goes on, and this is not told again: {} {}",
                    reason.getClass().getName(),
                    trace.length == 0 ? "" : "at " + trace[0]);
        }
    }
}
