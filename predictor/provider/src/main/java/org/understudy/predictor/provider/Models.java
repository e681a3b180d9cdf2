package org.understudy.predictor.provider;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.osgi.framework.ServiceReference;
import org.understudy.predict.PredictionModel;
import org.understudy.swap.SlotMarker;

/**
 * The models that there are: the handle of the resource {@value #RESOURCE}, which is the base, and whatever others bundles
 * register. The one with the highest ranking is asked. Safe for use by many threads.
 */
final class Models {
    /** The resource that the base is. */
    static final String RESOURCE = "model";

    private final Map<ServiceReference<PredictionModel>, PredictionModel> all = new HashMap<>();
    private final Consumer<Optional<PredictionModel>> toBase;
    private final Consumer<Optional<PredictionModel>> toOther;
    private Optional<PredictionModel> base = Optional.empty();
    private Optional<PredictionModel> other = Optional.empty();
    private boolean closed;

    /**
     * Creates one that knows of none.
     *
     * @param toBase is told which one is the base, when that changes
     * @param toOther is told which one is to be asked before it, when that changes
     */
    Models(Consumer<Optional<PredictionModel>> toBase, Consumer<Optional<PredictionModel>> toOther) {
        this.toBase = toBase;
        this.toOther = toOther;
    }

    /** There is one more, or one with another ranking. */
    synchronized void add(ServiceReference<PredictionModel> reference, PredictionModel model) {
        all.put(reference, model);
        choose();
    }

    synchronized void remove(ServiceReference<PredictionModel> reference) {
        all.remove(reference);
        choose();
    }

    private void choose() {
        if (closed) {
            return;
        }
        Optional<PredictionModel> nextBase = all.keySet().stream()
                .filter(Models::isBase)
                .max(ServiceReference::compareTo)
                .map(all::get);
        Optional<PredictionModel> nextOther = all.keySet().stream()
                .max(ServiceReference::compareTo)
                .map(all::get)
                .filter(best -> !nextBase.equals(Optional.of(best)));
        if (!nextBase.equals(base)) {
            base = nextBase;
            toBase.accept(nextBase);
        }
        if (!nextOther.equals(other)) {
            other = nextOther;
            toOther.accept(nextOther);
        }
    }

    private static boolean isBase(ServiceReference<PredictionModel> reference) {
        return RESOURCE.equals(reference.getProperty(SlotMarker.RESOURCE));
    }

    /** Nobody is told anything any more. */
    synchronized void close() {
        closed = true;
    }
}
