package org.understudy.newsroom.stamp.version;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardFilterAsyncSupported;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardFilterName;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardFilterPattern;
import org.understudy.newsroom.stamp.Pad;

/** The rubber stamp: the version and nothing else. */
@Component(name = "newsroom.stamp", service = Filter.class)
@HttpWhiteboardFilterName("newsroom.stamp")
@HttpWhiteboardFilterPattern("/*")
@HttpWhiteboardFilterAsyncSupported
public final class Stamp extends HttpFilter {
    private static final long serialVersionUID = 1L;

    private final transient Pad pad;

    /** Takes the stamp out. */
    @Activate
    public Stamp(BundleContext context) {
        this(new Pad(context.getBundle().getVersion().toString()));
    }

    Stamp(Pad pad) {
        this.pad = pad;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        pad.press(response);
        chain.doFilter(request, response);
    }
}
