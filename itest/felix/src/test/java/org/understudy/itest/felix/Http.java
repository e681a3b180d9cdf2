package org.understudy.itest.felix;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Collection;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;

/** Asks the runtime's web server, over real connections. */
final class Http {
    private static final String RUNTIME = "org.osgi.service.servlet.runtime.HttpServiceRuntime";

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final String root;

    Http(BundleContext context) {
        ServiceReference<?> runtime = context.getServiceReference(RUNTIME);
        Object endpoints = runtime.getProperty("osgi.http.endpoint");
        Object first = endpoints instanceof Collection<?> many
                ? many.iterator().next()
                : endpoints instanceof String[] several ? several[0] : endpoints;
        root = String.valueOf(first).replaceAll("/$", "");
    }

    /** With these headers, in pairs of name and value. */
    HttpResponse<String> get(String path, String... headers) throws IOException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(root + path)).timeout(Duration.ofSeconds(15));
        return send((headers.length == 0 ? request : request.headers(headers)).build());
    }

    private HttpResponse<String> send(HttpRequest request) throws IOException {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    /** What is answered with 200; anything else fails. */
    String text(String path) throws IOException {
        return body(path, get(path));
    }

    /** Posts a form of one part. */
    String postPart(String path, String name, String content) throws IOException {
        String boundary = "itest-boundary";
        String form = "--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + content
                + "\r\n--" + boundary + "--\r\n";
        HttpRequest request = HttpRequest.newBuilder(URI.create(root + path))
                .timeout(Duration.ofSeconds(15))
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        return body(path, send(request));
    }

    private static String body(String path, HttpResponse<String> response) throws IOException {
        if (response.statusCode() != 200) {
            throw new IOException(path + ": " + response.statusCode() + " "
                    + response.body().lines().limit(12).toList());
        }
        return response.body();
    }

    /** A header of what is answered with 200. */
    String header(String path, String name) throws IOException {
        HttpResponse<String> response = get(path);
        if (response.statusCode() != 200) {
            throw new IOException(path + ": " + response.statusCode());
        }
        return response.headers().firstValue(name).orElse("no " + name);
    }
}
