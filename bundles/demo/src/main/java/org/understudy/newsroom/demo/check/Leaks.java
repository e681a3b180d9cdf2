package org.understudy.newsroom.demo.check;

import java.util.List;

/**
 * What was not collected though nothing should hold it.
 *
 * @param leaked versions that should have been collected and were not
 * @param onPurpose those made to leak or hang, which were found
 * @param missed those made to leak or hang that the check did not name
 */
public record Leaks(List<String> leaked, List<String> onPurpose, List<String> missed) {
    public Leaks {
        leaked = List.copyOf(leaked);
        onPurpose = List.copyOf(onPurpose);
        missed = List.copyOf(missed);
    }
}
