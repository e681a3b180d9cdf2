package org.understudy.whiteboard;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.FilterConfig;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import java.io.IOException;
import org.understudy.dispatch.Surroundings;

/** Stands before the filter of one generation, as {@link ServletPart} does before a servlet. */
public class FilterPart extends LifeCycle<FilterConfig> implements Filter {
    private final Filter filter;
    private final Surroundings surroundings;
    private volatile SlotContext context;

    /** Creates the part; the filter is not touched yet. */
    public FilterPart(Object filter, Surroundings surroundings) {
        super(surroundings);
        this.filter = (Filter) filter;
        this.surroundings = surroundings;
    }

    @Override
    public final Object service() {
        return filter;
    }

    @Override
    public final void init(FilterConfig config) throws ServletException {
        remember(config);
    }

    @Override
    final void prepare(FilterConfig config) {
        context = new SlotContext(config.getServletContext(), surroundings);
    }

    @Override
    final void initialise(FilterConfig config) throws ServletException {
        filter.init(new SlotFilterConfig(config, context.shown()));
    }

    @Override
    public final void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (!begun()) {
            begin();
        }
        if (context == null) {
            filter.doFilter(request, response, chain);
            return;
        }
        ServletRequest seen = context.request(request);
        // who comes next is not of this resource: it gets the request as it came, unless the filter made its own of it
        filter.doFilter(seen, response, (passed, answer) -> chain.doFilter(passed == seen ? request : passed, answer));
    }

    @Override
    public final void destroy() {
        forget();
    }

    @Override
    final void destroyService() {
        filter.destroy();
    }
}
