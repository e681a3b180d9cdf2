package org.understudy.dispatch;

/** What a resource's pointer can point at: a generation that answers, or something that says why none does. */
public abstract sealed class Route permits Generation, Gate, Closed, Crossroads {
    Route() {}
}
