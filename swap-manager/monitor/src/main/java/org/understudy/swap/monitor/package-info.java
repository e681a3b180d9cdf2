/**
 * Watches the process and the generations on stage. Read {@link org.understudy.swap.monitor.Monitor} first.
 */
package org.understudy.swap.monitor;
