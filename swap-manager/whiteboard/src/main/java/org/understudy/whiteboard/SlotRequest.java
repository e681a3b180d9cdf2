package org.understudy.whiteboard;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpSession;
import org.understudy.dispatch.Outstanding;

/** A request as the service of one generation sees it. What goes on asynchronously is counted until it completes. */
final class SlotRequest extends HttpServletRequestWrapper {
    private final SlotContext context;

    SlotRequest(HttpServletRequest request, SlotContext context) {
        super(request);
        this.context = context;
    }

    @Override
    public ServletContext getServletContext() {
        return context.shown();
    }

    @Override
    public AsyncContext startAsync() {
        return counted(super.startAsync());
    }

    @Override
    public AsyncContext startAsync(ServletRequest request, ServletResponse response) {
        return counted(super.startAsync(request, response));
    }

    private AsyncContext counted(AsyncContext started) {
        Outstanding outstanding = context.surroundings().outstanding();
        Answer answer = new Answer(started.getResponse(), outstanding.failures());
        started.addListener(new AsyncWork(outstanding.begin(), answer));
        return started;
    }

    @Override
    public HttpSession getSession() {
        return context.session(super.getSession());
    }

    @Override
    public HttpSession getSession(boolean create) {
        return context.session(super.getSession(create));
    }
}
