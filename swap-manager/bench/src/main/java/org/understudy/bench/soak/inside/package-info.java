/** What runs inside the framework that is soaked: a bundle of its own, which no class path sees. */
package org.understudy.bench.soak.inside;
