/**
 * The commands of the scope {@code understudy}, each a {@link org.understudy.shell.command.Command}. Read {@link
 * org.understudy.shell.command.Commands} first: it names them all.
 */
package org.understudy.shell.command;
