package org.understudy.newsroom.faulty.live;

import jakarta.servlet.Servlet;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletAsyncSupported;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletName;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;
import org.understudy.newsroom.live.LiveServlet;
import org.understudy.newsroom.live.version.JsonLine;

/** Fault: answers under another address than the version before it. */
@Component(name = "newsroom.live", service = Servlet.class)
@HttpWhiteboardServletName("newsroom.live")
@HttpWhiteboardServletPattern("/ticker")
@HttpWhiteboardServletAsyncSupported
public final class ChangesAPattern extends LiveServlet {
    private static final long serialVersionUID = 1L;

    /** A ticker like the sound one. */
    @Activate
    public ChangesAPattern(BundleContext context) {
        super(context.getBundle().getVersion().toString(), new JsonLine());
    }
}
