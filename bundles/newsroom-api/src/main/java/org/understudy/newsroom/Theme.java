package org.understudy.newsroom;

import org.osgi.annotation.versioning.ConsumerType;

/** How pages look. Resource {@code theme}, volatile. */
@ConsumerType
public interface Theme {
    /** The whole HTML document of a page; adds itself to the versions that the page names. */
    Answer<String> dress(Page page);
}
