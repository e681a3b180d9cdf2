/** What made-up bundles consist of; each bundle has its own copy of what is put into it. */
package org.understudy.itest.felix.part;
