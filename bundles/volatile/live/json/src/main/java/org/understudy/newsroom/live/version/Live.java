package org.understudy.newsroom.live.version;

import jakarta.servlet.Servlet;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletAsyncSupported;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletName;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;
import org.understudy.newsroom.live.LiveServlet;

/** The ticker under {@code /live}, in JSON. */
@Component(name = "newsroom.live", service = Servlet.class)
@HttpWhiteboardServletName("newsroom.live")
@HttpWhiteboardServletPattern("/live")
@HttpWhiteboardServletAsyncSupported
public final class Live extends LiveServlet {
    private static final long serialVersionUID = 1L;

    /** Opens the ticker. */
    @Activate
    public Live(BundleContext context) {
        super(context.getBundle().getVersion().toString(), new JsonLine());
    }
}
