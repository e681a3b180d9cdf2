package org.understudy.newsroom.faulty.stamp;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardFilterAsyncSupported;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardFilterName;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardFilterPattern;
import org.understudy.newsroom.stamp.Pad;

/** Fault: stamps, and does not call on: whoever asks gets an empty page. */
@Component(name = "newsroom.stamp", service = Filter.class)
@HttpWhiteboardFilterName("newsroom.stamp")
@HttpWhiteboardFilterPattern("/*")
@HttpWhiteboardFilterAsyncSupported
public final class NeverCallsOn extends HttpFilter {
    private static final long serialVersionUID = 1L;

    private final transient Pad pad;

    /** Takes the stamp out. */
    @Activate
    public NeverCallsOn(BundleContext context) {
        pad = new Pad(context.getBundle().getVersion().toString());
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain) {
        pad.press(response);
    }
}
