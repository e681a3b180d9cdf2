/** How well the model predicts, on recorded traces, against what is simple: {@code bench predict}. */
package org.understudy.predictor.bench;
