package org.understudy.predict;

/**
 * One reason why a resource is likely.
 *
 * @param what the circumstance, for people, without any user's name
 * @param seen how often what comes next was seen in it
 * @param share how often that was this resource, 0 to 1
 * @param weight how much it counts among all evidence, 0 to 1
 */
public record Evidence(String what, double seen, double share, double weight) {}
