package org.understudy.newsroom.page;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.component.annotations.ReferenceScope;
import org.osgi.service.event.Event;
import org.osgi.service.event.EventAdmin;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.understudy.newsroom.Analytics;
import org.understudy.newsroom.ArticleStore;
import org.understudy.newsroom.Feed;
import org.understudy.newsroom.Guestbook;
import org.understudy.newsroom.PdfEdition;
import org.understudy.newsroom.QrCode;
import org.understudy.newsroom.Renderer;
import org.understudy.newsroom.Theme;

/**
 * Answers every address of the site, in the manner of an {@link Edition}. Each version's component extends it.
 *
 * <p>The references are optional only so that a missing resource can be named to the visitor; nothing here is made for
 * swaps. They are protected because that is what Declarative Services can reach in a superclass.
 */
public abstract class NewsroomServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(NewsroomServlet.class);
    private static final String VERSIONS = "X-Understudy";
    private static final String FAULT = "X-Understudy-Fault";
    private static final String VISIT = "org/understudy/newsroom/reader/VISIT";

    private final transient Site site;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    protected transient volatile ArticleStore store;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    protected transient volatile Guestbook guestbook;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY,
            scope = ReferenceScope.PROTOTYPE)
    protected transient volatile Renderer renderer;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    protected transient volatile Theme theme;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    protected transient volatile Feed feed;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    protected transient volatile Analytics analytics;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    protected transient volatile QrCode qr;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    protected transient volatile PdfEdition pdf;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    protected transient volatile EventAdmin events;

    /**
     * Reads the text of the page about the site.
     *
     * @throws UncheckedIOException if it cannot be read
     */
    protected NewsroomServlet(Edition edition) {
        site = new Site(edition, about(), NewsroomServlet::complain);
    }

    private static String about() {
        try (InputStream in =
                Objects.requireNonNull(NewsroomServlet.class.getResourceAsStream("about.md"), "about.md")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read about.md", e);
        }
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = request.getPathInfo() == null ? "/" : request.getPathInfo();
        Cast cast = new Cast(store, renderer, theme, feed, analytics, qr, pdf, guestbook);
        Reply reply = site.answer(new Asked(request.getMethod(), origin(request), path, form(request)), cast);
        boolean read = reply.status() == HttpServletResponse.SC_OK
                && request.getMethod().equals("GET");
        if (read) {
            Reader.welcome(request, response);
        }
        send(reply, request.getMethod(), response);
        if (reply.status() == HttpServletResponse.SC_OK) {
            announce(path);
        }
    }

    private static Form form(HttpServletRequest request) throws IOException {
        return request.getMethod().equals("POST")
                ? Form.read(
                        header(request, "Content-Type"),
                        header(request, "Origin"),
                        origin(request),
                        request.getInputStream())
                : Form.NONE;
    }

    private static String header(HttpServletRequest request, String name) {
        return Objects.requireNonNullElse(request.getHeader(name), "");
    }

    private static void send(Reply reply, String method, HttpServletResponse response) throws IOException {
        response.setStatus(reply.status());
        response.setContentType(reply.contentType());
        response.setContentLength(reply.body().length);
        response.setHeader(VERSIONS, String.join(", ", reply.versions()));
        if (!reply.fault().isEmpty()) {
            response.setHeader(FAULT, reply.fault());
        }
        if (!reply.location().isEmpty()) {
            response.setHeader("Location", reply.location());
        }
        if (reply.status() == HttpServletResponse.SC_METHOD_NOT_ALLOWED) {
            response.setHeader("Allow", "GET, HEAD");
        }
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; img-src data:");
        if (!method.equals("HEAD")) {
            response.getOutputStream().write(reply.body());
        }
    }

    /** Tells whoever counts readers; the reader does not wait for them. */
    private void announce(String path) {
        EventAdmin present = events;
        if (present != null) {
            present.postEvent(new Event(VISIT, Map.of("path", path)));
        }
    }

    private static String origin(HttpServletRequest request) {
        return request.getScheme() + "://" + request.getServerName() + ":" + request.getServerPort();
    }

    private static void complain(String path, NoAnswerException reason) {
        switch (reason.reason()) {
            case ABSENT, INJECTED -> LOG.warn("{} could not be shown: {}", path, reason.getMessage());
            case FAILED -> LOG.error("{} could not be shown: {}", path, reason.getMessage(), reason.getCause());
        }
    }
}
