package org.understudy.itest.felix.part;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.Servlet;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.service.servlet.context.ServletContextHelper;

/** Activators of bundles that put something on the web. Whatever is called out of its time answers 500. */
public final class Web {
    /** The name under which a latch lies in the system properties, at which {@link InitHangs} waits. */
    public static final String LATCH = "itest.latch";

    private Web() {}

    /** Registers something under properties made of words in pairs. */
    abstract static class Offer implements BundleActivator {
        @Override
        public void start(BundleContext context) throws Exception {
            offer(context, context.getBundle().getVersion().toString(), path(context));
        }

        @Override
        public void stop(BundleContext context) {
            // the framework withdraws the services
        }

        abstract void offer(BundleContext context, String version, String path);

        static String path(BundleContext context) {
            return "/itest/" + context.getBundle().getSymbolicName();
        }

        static Dictionary<String, Object> properties(String... words) {
            Dictionary<String, Object> properties = new Hashtable<>();
            for (int i = 0; i < words.length; i += 2) {
                properties.put(words[i], words[i + 1]);
            }
            return properties;
        }

        static Dictionary<String, Object> at(String pattern) {
            return properties(
                    "osgi.http.whiteboard.servlet.pattern",
                    pattern,
                    "osgi.http.whiteboard.servlet.asyncSupported",
                    "true",
                    "servlet.init.word",
                    "hello");
        }
    }

    /** A servlet that answers with its version between its init and its destroy. */
    public static class VersionServlet extends HttpServlet {
        private static final long serialVersionUID = 1L;

        private final String version;
        private volatile boolean alive;

        VersionServlet(String version) {
            this.version = version;
        }

        @Override
        public void init() throws ServletException {
            if (!"hello".equals(getInitParameter("word"))) {
                throw new ServletException("its parameters are not there");
            }
            alive = true;
        }

        @Override
        public void destroy() {
            alive = false;
        }

        final String word() throws IOException {
            if (!alive) {
                throw new IOException(version + " is called before its init or after its destroy");
            }
            return version;
        }

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            String word = word();
            if (request.getServletContext().getClassLoader() != Web.class.getClassLoader()) {
                throw new IOException("another bundle's context");
            }
            response.getWriter().print(word);
        }
    }

    /** A servlet. */
    public static final class OfServlet extends Offer {
        @Override
        void offer(BundleContext context, String version, String path) {
            context.registerService(Servlet.class, new VersionServlet(version), at(path));
        }
    }

    /** A servlet on another pattern than the others. */
    public static final class OfServletElsewhere extends Offer {
        @Override
        void offer(BundleContext context, String version, String path) {
            context.registerService(Servlet.class, new VersionServlet(version), at(path + "-elsewhere"));
        }
    }

    /** A servlet that answers with a file of its own bundle. */
    public static final class OfFile extends Offer {
        @Override
        void offer(BundleContext context, String version, String path) {
            context.registerService(
                    Servlet.class,
                    new HttpServlet() {
                        private static final long serialVersionUID = 1L;

                        @Override
                        protected void doGet(HttpServletRequest request, HttpServletResponse response)
                                throws IOException {
                            try (InputStream in = getServletContext().getResourceAsStream("/word.txt")) {
                                response.getWriter().print(new String(in.readAllBytes(), StandardCharsets.UTF_8));
                            }
                        }
                    },
                    at(path));
        }
    }

    /** A servlet whose init throws. */
    public static final class InitThrows extends Offer {
        @Override
        void offer(BundleContext context, String version, String path) {
            context.registerService(
                    Servlet.class,
                    new VersionServlet(version) {
                        private static final long serialVersionUID = 1L;

                        @Override
                        public void init() throws ServletException {
                            throw new ServletException("no mood for it");
                        }
                    },
                    at(path));
        }
    }

    /** A servlet whose init does not return until a latch is opened. */
    public static final class InitHangs extends Offer {
        @Override
        void offer(BundleContext context, String version, String path) {
            context.registerService(
                    Servlet.class,
                    new VersionServlet(version) {
                        private static final long serialVersionUID = 1L;

                        @Override
                        public void init() throws ServletException {
                            try {
                                ((CountDownLatch) System.getProperties().get(LATCH)).await();
                            } catch (InterruptedException e) {
                                Thread.currentThread().interrupt();
                            }
                            super.init();
                        }
                    },
                    at(path));
        }
    }

    /** A servlet that answers later, on another thread; never, if it is asked to. */
    public static final class OfAsync extends Offer {
        private final ScheduledExecutorService later = Executors.newSingleThreadScheduledExecutor();

        @Override
        void offer(BundleContext context, String version, String path) {
            context.registerService(
                    Servlet.class,
                    new VersionServlet(version) {
                        private static final long serialVersionUID = 1L;

                        @Override
                        protected void doGet(HttpServletRequest request, HttpServletResponse response)
                                throws IOException {
                            word();
                            AsyncContext asynchronous = request.startAsync();
                            asynchronous.setTimeout(0);
                            if (!"never".equals(request.getQueryString())) {
                                later.schedule(() -> answer(asynchronous), 5, TimeUnit.MILLISECONDS);
                            }
                        }

                        private void answer(AsyncContext asynchronous) {
                            try {
                                asynchronous.getResponse().getWriter().print(word());
                            } catch (IOException e) {
                                ((HttpServletResponse) asynchronous.getResponse()).setStatus(500);
                            }
                            asynchronous.complete();
                        }
                    },
                    at(path));
        }

        @Override
        public void stop(BundleContext context) {
            later.shutdownNow();
        }
    }

    /** A filter that puts its version into a header and calls on. */
    public static final class OfFilter extends Offer {
        @Override
        void offer(BundleContext context, String version, String path) {
            Filter filter = (request, response, chain) -> {
                ((HttpServletResponse) response).addHeader("Itest-Version", version);
                chain.doFilter(request, response);
            };
            context.registerService(
                    Filter.class, filter, properties("osgi.http.whiteboard.filter.pattern", "/itest/page"));
        }
    }

    /** A filter that never calls on. */
    public static final class OfDeadEnd extends Offer {
        @Override
        void offer(BundleContext context, String version, String path) {
            Filter filter = new Filter() {
                @Override
                public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain) {
                    ((HttpServletResponse) response).addHeader("Itest-Version", version);
                }
            };
            context.registerService(
                    Filter.class, filter, properties("osgi.http.whiteboard.filter.pattern", "/itest/page"));
        }
    }

    /** A servlet in a context of its own, whose files come from a helper of its own. */
    public static final class OfContext extends Offer {
        @Override
        void offer(BundleContext context, String version, String path) {
            String name = context.getBundle().getSymbolicName().replace('-', '.');
            context.registerService(
                    ServletContextHelper.class,
                    new ServletContextHelper() {
                        @Override
                        public URL getResource(String file) {
                            return context.getBundle().getEntry("files" + file);
                        }
                    },
                    properties("osgi.http.whiteboard.context.name", name, "osgi.http.whiteboard.context.path", path));
            context.registerService(
                    Servlet.class,
                    new HttpServlet() {
                        private static final long serialVersionUID = 1L;

                        @Override
                        protected void doGet(HttpServletRequest request, HttpServletResponse response)
                                throws IOException {
                            try (InputStream in = getServletContext().getResourceAsStream("/word.txt")) {
                                response.getWriter().print(new String(in.readAllBytes(), StandardCharsets.UTF_8));
                            }
                        }
                    },
                    properties(
                            "osgi.http.whiteboard.servlet.pattern",
                            "/word",
                            "osgi.http.whiteboard.context.select",
                            "(osgi.http.whiteboard.context.name=" + name + ")"));
        }
    }

    /** A servlet that keeps something of its own class in the session. */
    public static final class OfSession extends Offer {
        @Override
        void offer(BundleContext context, String version, String path) {
            context.registerService(
                    Servlet.class,
                    new VersionServlet(version) {
                        private static final long serialVersionUID = 1L;

                        @Override
                        protected void doGet(HttpServletRequest request, HttpServletResponse response)
                                throws IOException {
                            request.getSession().setAttribute("cart", new Cart());
                            super.doGet(request, response);
                        }
                    },
                    at(path));
        }
    }

    /** Something of the version's own. */
    public static final class Cart {}
}
