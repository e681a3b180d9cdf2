package org.understudy.newsroom.qr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import org.junit.jupiter.api.Test;

class ModulesTest {
    private static final int PIXELS = 4;

    @Test
    void aReaderReadsWhatWasWritten() throws Exception {
        String address = "http://127.0.0.1:8080/article/störche-im-herbst";
        Modules modules = Modules.of(address);
        int side = modules.size() * PIXELS;
        int[] picture = new int[side * side];
        for (int at = 0; at < picture.length; at++) {
            picture[at] = modules.dark(at % side / PIXELS, at / side / PIXELS) ? 0 : 0xffffff;
        }

        String read = new QRCodeReader()
                .decode(new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(side, side, picture))))
                .getText();

        assertEquals(address, read);
    }

    @Test
    void theMarginIsLight() {
        Modules modules = Modules.of("a");

        assertFalse(modules.dark(3, 4));
        assertTrue(modules.dark(4, 4));
        assertFalse(modules.dark(modules.size() - 4, 4));
    }

    @Test
    void whatDoesNotFitIsRefusedWithTheReason() {
        assertEquals(
                "a text of 5000 characters does not fit into a QR code",
                assertThrows(IllegalArgumentException.class, () -> Modules.of("x".repeat(5000)))
                        .getMessage());
        assertThrows(IllegalArgumentException.class, () -> Modules.of(""));
    }
}
