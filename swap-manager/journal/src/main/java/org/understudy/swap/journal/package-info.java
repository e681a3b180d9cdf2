/**
 * The journal of a home: what happened, in order, on disk before anybody acts on it. Read
 * {@link org.understudy.swap.journal.Journal} first; {@link org.understudy.swap.journal.Disk} is the one way to the
 * disk, and JOURNAL.md beside the sources has the format and the argument.
 */
package org.understudy.swap.journal;
