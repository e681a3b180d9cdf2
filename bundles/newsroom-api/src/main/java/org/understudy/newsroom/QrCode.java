package org.understudy.newsroom;

import org.osgi.annotation.versioning.ConsumerType;

/** Draws QR codes. Resource {@code qr}, auxiliary. */
@ConsumerType
public interface QrCode {
    /**
     * The code of a text, an address most often, as an SVG document.
     *
     * @throws IllegalArgumentException if the text is empty or too long for a code
     */
    Answer<String> svg(String text);
}
