package org.understudy.swap.provider;

import org.osgi.framework.Bundle;

/**
 * Who a scoped handle was made for.
 *
 * @param bundle the consumer
 */
record HandleOwner(Bundle bundle) {}
