package org.understudy.swap.engine;

import java.util.Collection;
import org.understudy.dispatch.ScopedTarget;

/** The handles of a resource, as consumers see them. Used by one thread at a time, but for {@link #owners}. */
public interface Front {
    /**
     * Makes the handle classes of these handles, so that publishing them cannot fail.
     *
     * @param slot the slot that offers their services: its class space is checked against the front's
     * @throws Refusal if one cannot be fronted, or would see another contract than the slot
     */
    void prepare(SlotId slot, Collection<Handle> handles) throws Refusal;

    /** Shows these handles to consumers. */
    void publish(Collection<Handle> handles);

    /** Takes these handles from consumers. */
    void withdraw(Collection<Handle> handles);

    /** The targets of all handle objects that belong to one consumer each and are in use now. */
    Collection<ScopedTarget> owners();

    /** What the names of its handle classes begin with. */
    String classNamePrefix();

    /** Whether every published handle is still shown. */
    boolean stands();

    /** Makes the front true again after something was done to its bundle: shows all published handles. */
    void restore() throws Refusal;

    /** Takes all handles away and stops the front. */
    void close();
}
