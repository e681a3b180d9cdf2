package org.understudy.newsroom.demo.fake;

/** What a fake swap-manager can do wrong. */
public enum Sins {
    NONE,
    /** One of each: see {@link FakeSwapManager}. */
    ALL
}
