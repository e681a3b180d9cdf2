package org.understudy.newsroom.faulty.live;

import jakarta.servlet.Servlet;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletAsyncSupported;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletName;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;
import org.understudy.newsroom.InjectedFault;
import org.understudy.newsroom.live.LiveServlet;
import org.understudy.newsroom.live.version.JsonLine;

/** Fault: the servlet cannot be initialised. */
@Component(name = "newsroom.live", service = Servlet.class)
@HttpWhiteboardServletName("newsroom.live")
@HttpWhiteboardServletPattern("/live")
@HttpWhiteboardServletAsyncSupported
public final class InitThrows extends LiveServlet {
    private static final long serialVersionUID = 1L;
    private final String number;

    /** A ticker like the sound one. */
    @Activate
    public InitThrows(BundleContext context) {
        super(context.getBundle().getVersion().toString(), new JsonLine());
        number = context.getBundle().getVersion().toString();
    }

    @Override
    public void init() {
        throw new InjectedFault("live", number);
    }
}
