package org.understudy.newsroom.page;

import org.understudy.newsroom.Analytics;
import org.understudy.newsroom.ArticleStore;
import org.understudy.newsroom.Feed;
import org.understudy.newsroom.Renderer;
import org.understudy.newsroom.Theme;

/** The resources as they stand when a request begins; what is missing is null. */
record Cast(ArticleStore store, Renderer renderer, Theme theme, Feed feed, Analytics analytics) {}
