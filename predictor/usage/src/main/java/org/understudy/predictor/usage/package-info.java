/**
 * Who used what and when: recorded ({@link org.understudy.predictor.usage.TraceReader}) or made up
 * ({@link org.understudy.predictor.usage.UsageGenerator}), as one kind of stream
 * ({@link org.understudy.predictor.usage.UsageStream}). Nothing here knows of OSGi.
 */
package org.understudy.predictor.usage;
