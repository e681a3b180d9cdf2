package org.understudy.newsroom.page.version;

import jakarta.servlet.Servlet;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletName;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;
import org.understudy.newsroom.page.NewsroomServlet;

/** The site as a gazette. */
@Component(name = "newsroom.page", service = Servlet.class)
@HttpWhiteboardServletName("newsroom")
@HttpWhiteboardServletPattern("/*")
public final class Page extends NewsroomServlet {
    private static final long serialVersionUID = 1L;

    /** Opens the site. */
    @Activate
    public Page(BundleContext context) {
        super(new Gazette(context.getBundle().getVersion().toString()));
    }
}
