package org.understudy.newsroom.demo.holder;

/** The service of a component that holds another service. */
public interface Holder {
    /** Property: the label of the {@link Kind}. */
    String KIND = "demo.kind";

    /** Property: the resource's name. */
    String RESOURCE = "demo.resource";

    /** What it holds; {@code null} where it holds nothing. */
    Object held();
}
