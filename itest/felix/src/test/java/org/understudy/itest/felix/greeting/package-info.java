/** A contract made for stories. The story's own bundle exports it. */
package org.understudy.itest.felix.greeting;
