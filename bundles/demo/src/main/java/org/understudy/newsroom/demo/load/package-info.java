/** The load: four threads of service calls and a stream of page requests, both open loop at a stated rate. */
package org.understudy.newsroom.demo.load;
