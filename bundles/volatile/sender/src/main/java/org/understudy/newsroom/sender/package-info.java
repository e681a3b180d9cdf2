/** What the versions of the sender share: they write messages that the receiver of the same day reads. */
@Resource(
        name = "sender",
        criticality = Criticality.VOLATILE,
        swapCostMillis = 5,
        latencyTargetMicros = 100,
        contract = {Sender.class})
package org.understudy.newsroom.sender;

import org.understudy.newsroom.Sender;
import org.understudy.resource.Criticality;
import org.understudy.resource.Resource;
