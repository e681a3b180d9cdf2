/**
 * Writes the classes of the stable handles that stand in front of a resource's services. Read
 * {@link org.understudy.swap.handles.HandleGenerator} first; what the written code calls is
 * {@link org.understudy.dispatch}.
 */
package org.understudy.swap.handles;
