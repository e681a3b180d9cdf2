/**
 * The ways in which OSGi code holds a service, one of each. {@link org.understudy.newsroom.demo.holder.Kind} lists
 * them; the four of Declarative Services are components, described in {@code OSGI-INF/holders}.
 */
package org.understudy.newsroom.demo.holder;
