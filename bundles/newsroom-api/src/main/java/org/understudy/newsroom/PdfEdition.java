package org.understudy.newsroom;

import org.osgi.annotation.versioning.ConsumerType;

/** Sets articles for print. Resource {@code pdf}, auxiliary. */
@ConsumerType
public interface PdfEdition {
    /** The article as a PDF document; the bytes are the caller's. */
    Answer<byte[]> print(Article article);
}
