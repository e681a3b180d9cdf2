/**
 * Says whether a version on trial is worse than the one before it. Read {@link org.understudy.swap.judge.Trial} first:
 * it is fed with {@link org.understudy.swap.judge.Span}s, compares them with a
 * {@link org.understudy.swap.judge.Baseline} by {@link org.understudy.swap.judge.Criteria}, and answers with a
 * {@link org.understudy.swap.judge.Verdict} that carries every number which decided. Pure logic: it reads no clock, starts
 * no thread and touches no file.
 */
package org.understudy.swap.judge;
