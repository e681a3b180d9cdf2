package org.understudy.newsroom;

import org.osgi.annotation.versioning.ConsumerType;
import org.understudy.resource.Safe;

/** How pages look. Resource {@code theme}, volatile. */
@ConsumerType
public interface Theme {
    /** The whole HTML document of a page; adds itself to the versions that the page names. */
    @Safe
    Answer<String> dress(Page page);
}
