package org.understudy.dispatch;

/** How a call enters: as it should, or with a step left out, to see that the step is missed. */
enum Entry {
    REAL {
        @Override
        Generation enter(Pointer pointer, int ticket) {
            return pointer.enter(ticket);
        }
    },

    /** Load and enter, and no second look at the pointer. */
    WITHOUT_RECHECK {
        @Override
        Generation enter(Pointer pointer, int ticket) {
            Generation generation = (Generation) pointer.route();
            generation.arrive(ticket);
            return generation;
        }
    };

    abstract Generation enter(Pointer pointer, int ticket);
}
