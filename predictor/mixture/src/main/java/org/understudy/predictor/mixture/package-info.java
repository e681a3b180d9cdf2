/** The model that comes along with the runtime, as a resource: another version of it is swapped in like any other. */
@Resource(
        name = "model",
        criticality = Criticality.VOLATILE,
        swapCostMillis = 50,
        latencyTargetMicros = 2_000,
        contract = PredictionModel.class)
package org.understudy.predictor.mixture;

import org.understudy.predict.PredictionModel;
import org.understudy.resource.Criticality;
import org.understudy.resource.Resource;
