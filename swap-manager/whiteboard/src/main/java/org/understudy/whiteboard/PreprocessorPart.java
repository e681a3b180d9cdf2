package org.understudy.whiteboard;

import org.osgi.service.servlet.whiteboard.Preprocessor;
import org.understudy.dispatch.Surroundings;

/** A filter that comes before the choice of a context. */
public final class PreprocessorPart extends FilterPart implements Preprocessor {
    /** Creates the part; the preprocessor is not touched yet. */
    public PreprocessorPart(Object preprocessor, Surroundings surroundings) {
        super(preprocessor, surroundings);
    }
}
