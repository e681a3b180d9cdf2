/** The model on the command line: in lock step with a scorer on standard input and output, and over a recorded trace. */
package org.understudy.predictor.lockstep;
