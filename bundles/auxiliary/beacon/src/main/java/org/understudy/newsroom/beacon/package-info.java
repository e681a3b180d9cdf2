/** What the versions of the beacon share: a port, which only one of them at a time can hold. */
@Resource(
        name = "beacon",
        criticality = Criticality.AUXILIARY,
        swapCostMillis = 50,
        latencyTargetMicros = 100,
        contract = {Beacon.class},
        exclusive = {"the loopback port of the beacon"})
package org.understudy.newsroom.beacon;

import org.understudy.newsroom.Beacon;
import org.understudy.resource.Criticality;
import org.understudy.resource.Resource;
