/**
 * What stands before the services of whiteboards: servlets, filters, context helpers, event handlers and Gogo commands.
 *
 * <p>These classes are not used where they are compiled. The swap-manager copies them into the fronts that need them, so
 * that they are linked with the very servlet API that the resource's bundle is linked with.
 */
package org.understudy.whiteboard;
