/**
 * The shell's sessions and who may have one: scripts, the local terminal, and terminals that attach. Read {@link
 * org.understudy.shell.Shell} first: it is the component that puts the parts together.
 */
package org.understudy.shell;
