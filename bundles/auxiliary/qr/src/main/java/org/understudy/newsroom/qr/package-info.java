/** What the versions of the QR code share: ZXing, which says where the dark squares are. */
@Resource(
        name = "qr",
        criticality = Criticality.AUXILIARY,
        swapCostMillis = 5,
        contract = {QrCode.class})
package org.understudy.newsroom.qr;

import org.understudy.newsroom.QrCode;
import org.understudy.resource.Criticality;
import org.understudy.resource.Resource;
