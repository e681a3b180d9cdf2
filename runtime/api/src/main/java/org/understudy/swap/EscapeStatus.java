package org.understudy.swap;

/**
 * An object of a resource's own that has left it: a caller holds it directly, no handle stands before it. Calls to it
 * are not counted, it does not follow a swap, and as long as it is held, its version cannot be collected.
 *
 * @param resource the resource
 * @param version the version that the object belongs to
 * @param through how it came out, for example {@code org.example.Feed.headlines} or {@code session attribute 'cart'}
 * @param type the class of the object
 * @param holder the bundle that it was handed to, as far as it could be told
 * @param alive whether the object is still in use, as far as the collector has looked
 */
public record EscapeStatus(
        String resource, String version, String through, String type, String holder, boolean alive) {}
