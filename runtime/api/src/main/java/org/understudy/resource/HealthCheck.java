package org.understudy.resource;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * What a version registers that can tell whether it is fit to answer: whether its tables are there, its licence holds, its
 * index is loaded. A service of the version, one or several; only the swap-manager sees them, consumers have no handle to
 * them. A service under {@code org.apache.felix.hc.api.HealthCheck} is asked in the same way.
 *
 * <p><b>Before the flip</b> each check of the started version is asked once. One that fails, throws or does not answer
 * within the start deadline keeps the version off stage: the swap is refused with the check's name and its sentence.
 *
 * <p><b>After it</b>, while the version is provisional, each is asked again every second, on a thread of its own. One that
 * fails then takes the version back. Off stage and on stage, a check must change nothing.
 */
@ConsumerType
@FunctionalInterface
public interface HealthCheck {
    /** The service property with the check's name for people; without it, its component's name is taken. */
    String NAME = "understudy.health.name";

    /**
     * Looks, and says what was found. Called from one thread at a time, off stage too; it has to be quick.
     *
     * @throws Exception what it cannot look at; that counts as a failure
     */
    Health check() throws Exception;
}
