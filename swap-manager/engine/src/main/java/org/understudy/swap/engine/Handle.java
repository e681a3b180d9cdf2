package org.understudy.swap.engine;

/**
 * One stable handle of a resource.
 *
 * @param index its number in the resource, never used again for another
 * @param shape what it looks like to consumers
 */
public record Handle(int index, ServiceShape shape) {}
