package org.understudy.newsroom.page;

import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.component.annotations.ReferenceScope;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletName;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.understudy.newsroom.Analytics;
import org.understudy.newsroom.ArticleStore;
import org.understudy.newsroom.Feed;
import org.understudy.newsroom.Renderer;
import org.understudy.newsroom.Theme;

/**
 * Answers every address of the site.
 *
 * <p>The references are optional only so that a missing resource can be named to the visitor; nothing here is made for
 * swaps.
 */
@Component(service = Servlet.class)
@HttpWhiteboardServletName("newsroom")
@HttpWhiteboardServletPattern("/*")
public final class NewsroomServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(NewsroomServlet.class);
    private static final String VERSIONS = "X-Understudy";
    private static final String FAULT = "X-Understudy-Fault";

    private final transient Site site;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private transient volatile ArticleStore store;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY,
            scope = ReferenceScope.PROTOTYPE)
    private transient volatile Renderer renderer;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private transient volatile Theme theme;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private transient volatile Feed feed;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private transient volatile Analytics analytics;

    /** Reads the text of the page about the site. */
    @Activate
    public NewsroomServlet() throws IOException {
        try (InputStream in =
                Objects.requireNonNull(NewsroomServlet.class.getResourceAsStream("about.md"), "about.md")) {
            site = new Site(new String(in.readAllBytes(), StandardCharsets.UTF_8), NewsroomServlet::complain);
        }
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = request.getPathInfo() == null ? "/" : request.getPathInfo();
        Cast cast = new Cast(store, renderer, theme, feed, analytics);
        Reply reply = site.answer(request.getMethod(), path, cast);
        byte[] body = reply.html().getBytes(StandardCharsets.UTF_8);
        response.setStatus(reply.status());
        response.setContentType("text/html;charset=utf-8");
        response.setContentLength(body.length);
        response.setHeader(VERSIONS, String.join(", ", reply.versions()));
        if (!reply.fault().isEmpty()) {
            response.setHeader(FAULT, reply.fault());
        }
        if (reply.status() == HttpServletResponse.SC_METHOD_NOT_ALLOWED) {
            response.setHeader("Allow", "GET, HEAD");
        }
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; img-src data:");
        if (!request.getMethod().equals("HEAD")) {
            response.getOutputStream().write(body);
        }
    }

    private static void complain(String path, NoAnswerException reason) {
        switch (reason.reason()) {
            case ABSENT, INJECTED -> LOG.warn("{} could not be shown: {}", path, reason.getMessage());
            case FAILED -> LOG.error("{} could not be shown: {}", path, reason.getMessage(), reason.getCause());
        }
    }
}
