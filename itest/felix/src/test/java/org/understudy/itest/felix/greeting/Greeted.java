package org.understudy.itest.felix.greeting;

/**
 * A greeting and where it came from.
 *
 * @param version the version of the bundle that answered
 * @param word what it was configured to say
 * @param instance the number of the object that answered, of all its version has made
 * @param living how many objects of its version are in use
 */
public record Greeted(String version, String word, int instance, int living) {}
