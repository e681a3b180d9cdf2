/** What the versions of the receiver share: what every receiver can read. */
@Resource(
        name = "receiver",
        criticality = Criticality.VOLATILE,
        swapCostMillis = 5,
        latencyTargetMicros = 100,
        contract = {Receiver.class})
package org.understudy.newsroom.receiver;

import org.understudy.newsroom.Receiver;
import org.understudy.resource.Criticality;
import org.understudy.resource.Resource;
