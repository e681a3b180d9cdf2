/**
 * Whether a home is as it should be, and what can be done where it is not. Read {@link org.understudy.doctor.Doctor}
 * first: it is the service; the other types are what it answers.
 */
@Export
@Version("1.0.0")
package org.understudy.doctor;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
