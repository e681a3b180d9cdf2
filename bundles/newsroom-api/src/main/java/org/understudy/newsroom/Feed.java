package org.understudy.newsroom;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/** Headlines from outside. Resource {@code feed}, volatile; each bundle has an instance of its own. */
@ConsumerType
public interface Feed {
    /** The latest headlines, at most {@code limit}. */
    Answer<List<Headline>> headlines(int limit);
}
