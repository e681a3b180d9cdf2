/** What happens while the load runs: which version is swapped in when, by which mechanism, and what comes of it. */
package org.understudy.newsroom.demo.play;
