/** What the versions of the PDF edition share: PDFBox, and how an article becomes lines on paper. */
@Resource(
        name = "pdf",
        criticality = Criticality.AUXILIARY,
        swapCostMillis = 10,
        contract = {PdfEdition.class})
package org.understudy.newsroom.pdf;

import org.understudy.newsroom.PdfEdition;
import org.understudy.resource.Criticality;
import org.understudy.resource.Resource;
