package org.understudy.newsroom.page;

import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * What somebody filled in and sent.
 *
 * @param fields the values by name
 * @param status the HTTP status with which it is turned away; 200 where it can be read
 * @param problem why it is turned away, for whoever sent it; empty where it is not
 */
record Form(Map<String, String> fields, int status, String problem) {
    static final Form NONE = new Form(Map.of(), 200, "");
    private static final String TYPE = "application/x-www-form-urlencoded";
    private static final int LONGEST = 32 * 1024;

    Form {
        fields = Map.copyOf(fields);
    }

    /**
     * Reads one.
     *
     * @param from where the page with the form came from, as the browser says; empty where it does not
     * @param origin where it has to come from
     * @throws IOException if the request breaks off
     */
    static Form read(String contentType, String from, String origin, InputStream body) throws IOException {
        if (!from.isEmpty() && !from.equals(origin)) {
            return refused(403, "It was sent from a page of " + from + ", not of this site.");
        }
        if (!contentType.split(";")[0].strip().equalsIgnoreCase(TYPE)) {
            return refused(415, "A form is sent as " + TYPE + ".");
        }
        byte[] bytes = body.readNBytes(LONGEST + 1);
        if (bytes.length > LONGEST) {
            return refused(413, "It is longer than " + LONGEST + " bytes.");
        }
        Map<String, String> fields = new HashMap<>();
        try {
            for (String pair : new String(bytes, StandardCharsets.US_ASCII).split("&")) {
                String[] parts = pair.split("=", 2);
                fields.put(decoded(parts[0]), parts.length == 2 ? decoded(parts[1]) : "");
            }
        } catch (IllegalArgumentException e) {
            return refused(400, "It is not encoded as a form is.");
        }
        return new Form(fields, 200, "");
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static Form refused(int status, String problem) {
        return new Form(Map.of(), status, problem);
    }

    /** The value of a field; empty where it was left out. */
    String field(String name) {
        return fields.getOrDefault(name, "");
    }
}
