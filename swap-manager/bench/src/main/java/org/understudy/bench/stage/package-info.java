/** A small runtime in a process of its own, which benchmarks start, play in by an actor, and end. */
package org.understudy.bench.stage;
