package org.understudy.itest.felix.part;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.FilterConfig;
import jakarta.servlet.Servlet;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSessionEvent;
import jakarta.servlet.http.HttpSessionListener;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Dictionary;
import java.util.function.Consumer;
import org.osgi.framework.BundleContext;
import org.osgi.service.servlet.whiteboard.Preprocessor;

/** Activators of bundles that use what web applications use seldom. */
public final class WebCorner {
    /** The name under which the one who is told of sessions lies in the system properties. */
    public static final String SESSIONS = "itest.sessions";

    private WebCorner() {}

    /** A preprocessor that puts its version into a header, for paths of its resource only. */
    public static final class OfPreprocessor extends Web.Offer {
        @Override
        void offer(BundleContext context, String version, String path) {
            Preprocessor preprocessor = new Preprocessor() {
                private volatile boolean alive;

                @Override
                public void init(FilterConfig config) {
                    alive = "hello".equals(config.getInitParameter("word"));
                }

                @Override
                public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
                        throws IOException, ServletException {
                    if (!alive) {
                        throw new IOException(version + " is called before its init or after its destroy");
                    }
                    ((HttpServletResponse) response).addHeader("Itest-Version", version);
                    chain.doFilter(request, response);
                }

                @Override
                public void destroy() {
                    alive = false;
                }
            };
            Dictionary<String, Object> properties = properties("preprocessor.init.word", "hello");
            context.registerService(Preprocessor.class, preprocessor, properties);
        }
    }

    /** A servlet that answers with its version and a part of what was posted. */
    public static final class OfMultipart extends Web.Offer {
        @Override
        void offer(BundleContext context, String version, String path) {
            Dictionary<String, Object> properties = at(path);
            properties.put("osgi.http.whiteboard.servlet.multipart.enabled", true);
            context.registerService(
                    Servlet.class,
                    new Web.VersionServlet(version) {
                        private static final long serialVersionUID = 1L;

                        @Override
                        protected void doPost(HttpServletRequest request, HttpServletResponse response)
                                throws IOException, ServletException {
                            byte[] posted =
                                    request.getPart("word").getInputStream().readAllBytes();
                            if (!"posted".equals(new String(posted, StandardCharsets.UTF_8))) {
                                throw new IOException("another part");
                            }
                            response.getWriter().print(word());
                        }
                    },
                    properties);
        }
    }

    /** An error page. */
    public static final class OfErrorPage extends Web.Offer {
        @Override
        void offer(BundleContext context, String version, String path) {
            context.registerService(
                    Servlet.class,
                    new Web.VersionServlet(version),
                    properties("osgi.http.whiteboard.servlet.errorPage", "409", "servlet.init.word", "hello"));
        }
    }

    /** A listener to sessions. */
    public static final class OfSessionListener extends Web.Offer {
        @Override
        void offer(BundleContext context, String version, String path) {
            HttpSessionListener listener = new HttpSessionListener() {
                @Override
                @SuppressWarnings("unchecked") // the story has put it there
                public void sessionCreated(HttpSessionEvent event) {
                    ((Consumer<String>) System.getProperties().get(SESSIONS)).accept(version);
                }
            };
            context.registerService(
                    HttpSessionListener.class, listener, properties("osgi.http.whiteboard.listener", "true"));
        }
    }

    /** A servlet that goes on asynchronously and is dispatched to itself. */
    public static final class OfDispatch extends Web.Offer {
        @Override
        void offer(BundleContext context, String version, String path) {
            context.registerService(
                    Servlet.class,
                    new Web.VersionServlet(version) {
                        private static final long serialVersionUID = 1L;

                        @Override
                        protected void doGet(HttpServletRequest request, HttpServletResponse response)
                                throws IOException {
                            String word = word();
                            if (request.getDispatcherType() == DispatcherType.REQUEST) {
                                AsyncContext asynchronous = request.startAsync();
                                asynchronous.start(asynchronous::dispatch);
                            } else {
                                response.getWriter().print(word);
                            }
                        }
                    },
                    at(path));
        }
    }

    /** Files that the whiteboard serves. */
    public static final class OfFiles extends Web.Offer {
        @Override
        void offer(BundleContext context, String version, String path) {
            context.registerService(
                    Object.class,
                    new Object(),
                    properties(
                            "osgi.http.whiteboard.resource.pattern",
                            path + "/*",
                            "osgi.http.whiteboard.resource.prefix",
                            "/files"));
        }
    }

    /** A servlet on a pattern that several resources want. */
    public static final class OfSamePattern extends Web.Offer {
        @Override
        void offer(BundleContext context, String version, String path) {
            context.registerService(Servlet.class, new Web.VersionServlet(version), at("/itest/wanted-by-all"));
        }
    }

    /** The same pattern, in a context of its own at the same path. */
    public static final class OfSamePatternInAnotherContext extends Web.Offer {
        @Override
        void offer(BundleContext context, String version, String path) {
            String name = "another";
            context.registerService(
                    org.osgi.service.servlet.context.ServletContextHelper.class,
                    new org.osgi.service.servlet.context.ServletContextHelper() {},
                    properties("osgi.http.whiteboard.context.name", name, "osgi.http.whiteboard.context.path", "/"));
            Dictionary<String, Object> properties = at(path);
            properties.put("osgi.http.whiteboard.context.select", "(osgi.http.whiteboard.context.name=" + name + ")");
            context.registerService(Servlet.class, new Web.VersionServlet(version), properties);
        }
    }
}
