package org.understudy.whiteboard;

import jakarta.servlet.ServletException;
import java.util.concurrent.atomic.AtomicReference;
import org.understudy.dispatch.Part;
import org.understudy.dispatch.Surroundings;
import org.understudy.dispatch.Uses;

/**
 * The part of a service that is initialised with what its whiteboard gives to the handle once, and destroyed.
 *
 * @param <C> what it is initialised with
 */
abstract class LifeCycle<C> implements Part {
    private final AtomicReference<Object> memory;
    private final Uses uses;
    private volatile Object begunWith;

    LifeCycle(Surroundings surroundings) {
        this.memory = surroundings.memory();
        this.uses = surroundings.uses();
    }

    /** The whiteboard initialises the handle: this generation now, and those to come before they come on stage. */
    final void remember(C given) throws ServletException {
        memory.set(given);
        begin();
    }

    /** The whiteboard lets go of the handle. */
    final void forget() {
        memory.set(null);
        end();
    }

    /** To be asked before each call: the first generation is called only after the whiteboard has initialised it. */
    final boolean begun() {
        return begunWith != null;
    }

    /** A version that comes back to another whiteboard than it left begins anew with what that one has given. */
    @Override
    @SuppressWarnings("unchecked") // only remember() sets it, and the memory is that of one handle
    public final synchronized void begin() throws ServletException {
        C given = (C) memory.get();
        if (given != null && given != begunWith) {
            end();
            prepare(given);
            uses.begin(() -> initialise(given));
            begunWith = given;
        }
    }

    @Override
    public final void review() {
        // a servlet's whiteboard holds nothing against it
    }

    @Override
    public final synchronized void end() {
        if (begunWith != null) {
            begunWith = null;
            uses.end(this::destroyService);
        }
    }

    /** Takes what was given, before any use of the service. */
    abstract void prepare(C given);

    /** Initialises the service. */
    abstract void initialise(C given) throws ServletException;

    /** Destroys the service. */
    abstract void destroyService();
}
