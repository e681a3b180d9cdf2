package org.understudy.whiteboard;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URL;
import java.util.Set;
import org.osgi.service.servlet.context.ServletContextHelper;
import org.understudy.dispatch.Generation;
import org.understudy.dispatch.Pointer;
import org.understudy.dispatch.Target;
import org.understudy.dispatch.Tickets;

/** The handle of a context helper, written by hand because the helper is a class and no interface. */
public final class ContextHelperHandle extends ServletContextHelper {
    private final Pointer pointer;
    private final Target target;

    /** Creates a handle. */
    public ContextHelperHandle(Pointer pointer, Target target) {
        this.pointer = pointer;
        this.target = target;
    }

    private interface Call<T> {
        T on(ServletContextHelper helper) throws IOException;
    }

    private <T> T call(Call<T> call) throws IOException {
        int ticket = Tickets.take();
        Generation generation = pointer.enter(ticket);
        long mark = 0;
        T result;
        try {
            mark = generation.begin(ticket);
            result = call.on((ServletContextHelper) target.in(generation));
        } catch (Throwable failure) {
            generation.fail(ticket, mark, failure);
            throw failure;
        }
        generation.leave(ticket, mark);
        return result;
    }

    private <T> T quietly(Call<T> call) {
        try {
            return call(call);
        } catch (IOException e) {
            throw new AssertionError("this method of a helper throws none", e);
        }
    }

    @Override
    public boolean handleSecurity(HttpServletRequest request, HttpServletResponse response) throws IOException {
        return call(helper -> helper.handleSecurity(request, response));
    }

    @Override
    public void finishSecurity(HttpServletRequest request, HttpServletResponse response) {
        quietly(helper -> {
            helper.finishSecurity(request, response);
            return null;
        });
    }

    @Override
    public URL getResource(String name) {
        return quietly(helper -> helper.getResource(name));
    }

    @Override
    public String getMimeType(String name) {
        return quietly(helper -> helper.getMimeType(name));
    }

    @Override
    public Set<String> getResourcePaths(String path) {
        return quietly(helper -> helper.getResourcePaths(path));
    }

    @Override
    public String getRealPath(String path) {
        return quietly(helper -> helper.getRealPath(path));
    }

    @Override
    public String toString() {
        return "handle of " + ServletContextHelper.class.getName();
    }
}
