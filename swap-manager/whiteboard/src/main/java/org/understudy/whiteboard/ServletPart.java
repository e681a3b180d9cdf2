package org.understudy.whiteboard;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Servlet;
import jakarta.servlet.ServletConfig;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import java.io.IOException;
import org.understudy.dispatch.Surroundings;

/**
 * Stands before the servlet of one generation: it gets an init and a destroy of its own, its own bundle's class loader
 * and resources, and its asynchronous requests are counted. Answers that say that it has failed count as failures.
 */
public final class ServletPart extends LifeCycle<ServletConfig> implements Servlet {
    private final Servlet servlet;
    private final Surroundings surroundings;
    private volatile SlotContext context;

    /** Creates the part; the servlet is not touched yet. */
    public ServletPart(Object servlet, Surroundings surroundings) {
        super(surroundings);
        this.servlet = (Servlet) servlet;
        this.surroundings = surroundings;
    }

    @Override
    public Object service() {
        return servlet;
    }

    @Override
    public void init(ServletConfig config) throws ServletException {
        remember(config);
    }

    @Override
    void prepare(ServletConfig config) {
        context = new SlotContext(config.getServletContext(), surroundings);
    }

    @Override
    void initialise(ServletConfig config) throws ServletException {
        servlet.init(new SlotServletConfig(config, context.shown()));
    }

    @Override
    public void service(ServletRequest request, ServletResponse response) throws ServletException, IOException {
        if (!begun()) {
            begin();
        }
        servlet.service(context == null ? request : context.request(request), response);
        if (answersForItself(request)) {
            new Answer(response, surroundings.outstanding().failures()).given();
        }
    }

    /** Not where the answer comes later, and not where it already was an error that the servlet only dresses. */
    private static boolean answersForItself(ServletRequest request) {
        return request != null && request.getDispatcherType() != DispatcherType.ERROR && !request.isAsyncStarted();
    }

    @Override
    public void destroy() {
        forget();
    }

    @Override
    void destroyService() {
        servlet.destroy();
    }

    @Override
    public ServletConfig getServletConfig() {
        return servlet.getServletConfig();
    }

    @Override
    public String getServletInfo() {
        return servlet.getServletInfo();
    }
}
