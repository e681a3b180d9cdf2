package org.understudy.newsroom.page;

import java.util.List;

/**
 * What a request gets.
 *
 * @param status the HTTP status
 * @param html the document
 * @param versions who answered, as {@code name=version}
 * @param fault the faulty version that failed on purpose, as {@code name=version}; empty where none did
 */
record Reply(int status, String html, List<String> versions, String fault) {
    Reply {
        versions = List.copyOf(versions);
    }
}
