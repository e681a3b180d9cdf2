package org.understudy.newsroom.page;

import org.understudy.newsroom.Analytics;
import org.understudy.newsroom.ArticleStore;
import org.understudy.newsroom.Feed;
import org.understudy.newsroom.Guestbook;
import org.understudy.newsroom.PdfEdition;
import org.understudy.newsroom.QrCode;
import org.understudy.newsroom.Renderer;
import org.understudy.newsroom.Theme;

/**
 * The other resources as they stand when a request begins; what is missing is null. A page cannot be made without the
 * first five; the others are extras. The guestbook is the store's too.
 */
record Cast(
        ArticleStore store,
        Renderer renderer,
        Theme theme,
        Feed feed,
        Analytics analytics,
        QrCode qr,
        PdfEdition pdf,
        Guestbook guestbook) {}
