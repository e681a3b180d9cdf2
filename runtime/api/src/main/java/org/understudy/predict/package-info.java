/**
 * What is used, by whom, and what is likely to be needed soon. Read {@link org.understudy.predict.Predictor} first; whoever
 * knows of usage that no handle sees reports it to {@link org.understudy.predict.Usage}. What becomes of a user's data is
 * said by {@link org.understudy.predict.Privacy}.
 */
@Export
@Version("1.0.0")
package org.understudy.predict;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
