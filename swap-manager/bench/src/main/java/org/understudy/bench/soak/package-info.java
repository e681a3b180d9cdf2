/** Thousands of swaps under load, to see whether anything grows or fails that should not. */
package org.understudy.bench.soak;
