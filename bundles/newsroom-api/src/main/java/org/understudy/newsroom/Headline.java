package org.understudy.newsroom;

/**
 * One line of the feed.
 *
 * @param source where it came from
 * @param text the line
 */
public record Headline(String source, String text) {}
