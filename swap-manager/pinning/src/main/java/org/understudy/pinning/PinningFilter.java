package org.understudy.pinning;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Reference;
import org.understudy.swap.Lease;
import org.understudy.swap.Pin;
import org.understudy.swap.Pinning;

/**
 * Pins each request that it filters to what is on stage when the request comes, until it has ended: one that goes on
 * asynchronously until that has completed, on each thread on which the container runs a part of it.
 *
 * <p>It is there only while there is a configuration for it, whose {@code osgi.http.whiteboard.filter.pattern} says which
 * requests are meant. It comes before all other filters, and for all contexts unless the configuration says otherwise.
 * It is no part of any resource, so no swap ever takes it away.
 */
@Component(
        service = Filter.class,
        name = PinningFilter.PID,
        configurationPolicy = ConfigurationPolicy.REQUIRE,
        property = {
            "service.ranking:Integer=2147483647",
            "osgi.http.whiteboard.filter.asyncSupported:Boolean=true",
            "osgi.http.whiteboard.filter.dispatcher=REQUEST",
            "osgi.http.whiteboard.filter.dispatcher=ASYNC",
            "osgi.http.whiteboard.context.select=(osgi.http.whiteboard.context.name=*)"
        })
public final class PinningFilter implements Filter {
    /** What the configuration is called that switches it on. */
    public static final String PID = "org.understudy.pinning";

    private final Pinning pinning;

    /** Creates the filter. */
    @Activate
    public PinningFilter(@Reference Pinning pinning) {
        this.pinning = pinning;
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Lease begun = PinnedRequest.lease(request);
        try (Pin pin = begun == null ? pinning.pin() : begun.pin()) {
            chain.doFilter(new PinnedRequest((HttpServletRequest) request, pin), response);
        }
    }
}
