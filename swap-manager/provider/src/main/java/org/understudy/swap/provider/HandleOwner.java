package org.understudy.swap.provider;

import java.util.concurrent.atomic.AtomicReference;
import org.osgi.framework.Bundle;

/**
 * Who a scoped handle was made for.
 *
 * @param bundle the consumer
 * @param memory what it has given to the handle, for the generations to come
 */
record HandleOwner(Bundle bundle, AtomicReference<Object> memory) {}
