/**
 * A disk that forgets what was not forced, to try out what a power loss leaves. Read
 * {@link org.understudy.swap.journal.outage.ForgetfulDisk} first.
 */
package org.understudy.swap.journal.outage;
