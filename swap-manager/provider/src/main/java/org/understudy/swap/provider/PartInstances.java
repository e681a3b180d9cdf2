package org.understudy.swap.provider;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.understudy.dispatch.Instances;
import org.understudy.dispatch.Part;
import org.understudy.dispatch.Uses;

/**
 * Puts a part before each service object that is made for one consumer.
 *
 * @param instances makes the objects
 * @param maker makes the parts
 * @param begin what beginning is called in messages
 * @param deadline how long it may take
 */
record PartInstances(Instances instances, Parts.PartMaker maker, String begin, Duration deadline) implements Instances {
    private static final Logger LOG = LoggerFactory.getLogger(PartInstances.class);

    @Override
    public Object make(Object consumer) throws Exception {
        Object service = instances.make(consumer);
        try {
            Part part = maker.make(service, new Uses(), ((HandleOwner) consumer).memory());
            Parts.begin(part, begin, deadline);
            return part;
        } catch (Exception e) {
            instances.release(consumer, service);
            throw e;
        }
    }

    @Override
    public void release(Object consumer, Object instance) {
        Part part = (Part) instance;
        try {
            part.end();
        } catch (RuntimeException e) {
            LOG.warn(
                    "{} does not end as it should: {}",
                    part.service().getClass().getName(),
                    Causes.of(e));
        }
        instances.release(consumer, part.service());
    }
}
