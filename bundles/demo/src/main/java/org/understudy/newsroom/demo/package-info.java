/**
 * The demo: a play in which every resource of Newsroom is swapped, again and again, under a load that checks every
 * answer. {@link org.understudy.newsroom.demo.DemoCommand} is how it is started, {@link
 * org.understudy.newsroom.demo.Demo} is how it goes.
 */
package org.understudy.newsroom.demo;
