/** What runs inside the framework that is killed: a bundle of its own, which no class path sees. */
package org.understudy.bench.kill.inside;
