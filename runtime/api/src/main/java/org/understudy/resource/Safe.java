package org.understudy.resource;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says of a method of a contract that it only reads: it may be called again with the same arguments, in a version that
 * nobody uses yet, and nobody would notice. Counting calls would be noticed; filling a cache would not.
 *
 * <p>A few of its latest calls are remembered with their arguments, and before a flip they are repeated in the version that
 * is about to come on stage, some thousand times, so that its code is loaded and compiled before its first caller comes.
 * Results and exceptions are thrown away. Only calls are remembered whose arguments are immutable: {@code null}, numbers,
 * texts that are not long, {@code java.time}, enums and records of the contract's own bundle that hold such. A
 * method that returns a {@code CompletionStage} is not repeated.
 *
 * <p>Read from the class file of the contract, not needed at run time.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Safe {}
