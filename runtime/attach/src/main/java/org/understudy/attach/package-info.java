/**
 * How a terminal reaches a running Understudy: frames over a Unix domain socket that only the owner of the home can
 * open. Read {@link org.understudy.attach.Endpoint} first, which finds the socket of a home, then
 * {@link org.understudy.attach.FrameChannel}.
 *
 * <p>A connection carries one command or one interactive session. The client opens it with {@link
 * org.understudy.attach.Frame.Kind#COMMAND} or {@link org.understudy.attach.Frame.Kind#INTERACTIVE}; the server answers
 * with output frames and ends with {@link org.understudy.attach.Frame.Kind#EXIT}, after which it closes.
 */
package org.understudy.attach;
