/** What is asked of Newsroom, which answers are right, and what the swaps did to those who asked. */
package org.understudy.newsroom.demo.check;
