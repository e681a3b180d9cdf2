package org.understudy.swap.engine;

import java.time.Duration;
import java.util.Collection;
import org.understudy.dispatch.Outstanding;
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

    /**
     * What stands behind a handle in generations over this service: the service's own object or {@link Instances}, or
     * something before it where the handle's kind asks for more than passing calls on, as a servlet does that has to
     * be initialised. Nothing is repeated for the same handle and service.
     *
     * @param outstanding counts the service's work that outlives the calls which began it
     * @param deadline how long initialising it may take
     * @throws Refusal if the service cannot play it
     * @throws HungException if it is still being initialised at the deadline
     */
    Object cast(Handle handle, Offer.Service service, Outstanding outstanding, Duration deadline) throws Refusal;

    /**
     * Ends what {@link #cast} has begun with the services of an offer; to be called before their slot stops.
     *
     * @throws HungException if that has not ended at the deadline
     */
    void dismiss(Offer offer, Duration deadline) throws Refusal;

    /** Has whiteboards forget what they hold against a version that is off stage, such as that it was slow. */
    void forgive();

    /** Gives published handles the properties of these, which have the same index. */
    void mirror(Collection<Handle> handles);

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
