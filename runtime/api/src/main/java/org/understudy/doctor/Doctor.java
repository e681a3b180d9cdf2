package org.understudy.doctor;

import org.osgi.annotation.versioning.ProviderType;

/**
 * Looks whether the home, its journal, the artifact store and the slots are what they should be, and puts right what is
 * not, as far as that can be done while everything goes on running.
 *
 * <p>Each resource is looked at, and treated, when nothing else is being done to it; one that stays busy is told as not
 * looked at. No version on stage is stopped, and no call is held, unless there is none that answers. Safe for use by many
 * threads; treatments come one after the other.
 */
@ProviderType
public interface Doctor {
    /**
     * Reads everything again, from the disk and from the framework: it takes as long as reading all of the journal and
     * all artifacts does. Nothing is changed, but for a small file that is written for a moment to see whether the disk
     * takes it.
     */
    Diagnosis examine();

    /**
     * Puts right what can be put right, writes into the journal what was done, and looks again.
     *
     * @param by who asks, as it is to stand in the journal
     * @return what is left, and what was tried
     */
    Diagnosis treat(String by);
}
