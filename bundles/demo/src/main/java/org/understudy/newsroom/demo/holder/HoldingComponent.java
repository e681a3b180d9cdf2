package org.understudy.newsroom.demo.holder;

/** The component behind all four kinds of Declarative Services; they differ in their descriptions only. */
public final class HoldingComponent implements Holder {
    private volatile Object held;

    /** Takes hold of a service. */
    public void hold(Object service) {
        held = service;
    }

    /** Lets go of it, unless another one has taken its place. */
    public void letGo(Object service) {
        if (held == service) {
            held = null;
        }
    }

    @Override
    public Object held() {
        return held;
    }
}
