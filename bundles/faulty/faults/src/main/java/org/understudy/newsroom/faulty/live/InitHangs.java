package org.understudy.newsroom.faulty.live;

import jakarta.servlet.Servlet;
import java.util.concurrent.CountDownLatch;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletAsyncSupported;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletName;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;
import org.understudy.newsroom.live.LiveServlet;
import org.understudy.newsroom.live.version.JsonLine;

/** Fault: initialising the servlet never ends, interrupted or not. */
@Component(name = "newsroom.live", service = Servlet.class)
@HttpWhiteboardServletName("newsroom.live")
@HttpWhiteboardServletPattern("/live")
@HttpWhiteboardServletAsyncSupported
public final class InitHangs extends LiveServlet {
    private static final long serialVersionUID = 1L;

    /** A ticker like the sound one. */
    @Activate
    public InitHangs(BundleContext context) {
        super(context.getBundle().getVersion().toString(), new JsonLine());
    }

    @Override
    public void init() {
        CountDownLatch never = new CountDownLatch(1);
        boolean ended = false;
        while (!ended) {
            try {
                never.await();
                ended = true;
            } catch (InterruptedException e) {
                // That it does not listen is the fault.
                ended = false;
            }
        }
    }
}
