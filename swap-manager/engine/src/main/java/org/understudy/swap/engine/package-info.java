/**
 * The logic of swapping, without a framework. Read {@link org.understudy.swap.engine.SwapEngine} for what it offers,
 * {@link org.understudy.swap.engine.Host} for what it needs of a framework, and
 * {@link org.understudy.swap.engine.ManagedResource} for how the two meet.
 */
package org.understudy.swap.engine;
