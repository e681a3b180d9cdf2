package org.understudy.predictor.provider;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.understudy.predict.PredictionModel;
import org.understudy.predict.Predictor;
import org.understudy.predict.Privacy;
import org.understudy.predict.Usage;
import org.understudy.predictor.engine.PredictorEngine;
import org.understudy.swap.SwapEvent;
import org.understudy.swap.SwapListener;
import org.understudy.swap.SwapManager;

/**
 * Runs the predictor as long as this bundle is started, whatever becomes of models, and registers its services. It hears of
 * swaps: those of its own model, which it may have to have go on from what was learned, and those of others, which are a
 * circumstance of what is needed.
 */
@Component(service = SwapListener.class, immediate = true)
public final class PredictorComponent implements SwapListener {
    private static final String HOME = "understudy.home";

    private final ScheduledExecutorService thread = thread();
    private final TakeBack takeBack = new TakeBack();
    private final PredictorEngine engine;
    private final Models models;
    private final ServiceRegistration<?> services;

    /** Goes on from what the home holds. */
    @Activate
    public PredictorComponent(BundleContext context) {
        String home = context.getProperty(HOME);
        if (home == null) {
            throw new IllegalStateException("the property " + HOME
                    + " is not set: it names the folder in which the predictor keeps what it has learned");
        }
        engine = new PredictorEngine(
                Path.of(home, "state", "predictor"),
                new PredictorProperties(context::getProperty).settings(),
                InstantSource.system(),
                thread,
                takeBack::fails);
        models = new Models(engine::base, engine::ask);
        services = context.registerService(
                new String[] {Usage.class.getName(), Predictor.class.getName(), Privacy.class.getName()}, engine, null);
    }

    private static ScheduledExecutorService thread() {
        return new ScheduledThreadPoolExecutor(1, work -> {
            Thread thread = new Thread(work, "understudy: predictor");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** There is one more model. */
    @Reference(
            name = "models",
            service = PredictionModel.class,
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY,
            updated = "changes",
            unbind = "goes")
    public void comes(ServiceReference<PredictionModel> reference, PredictionModel model) {
        models.add(reference, model);
    }

    /** A model's properties are others. */
    public void changes(ServiceReference<PredictionModel> reference, PredictionModel model) {
        models.add(reference, model);
    }

    /** There is one model less. */
    public void goes(ServiceReference<PredictionModel> reference) {
        models.remove(reference);
    }

    /** The swap-manager that takes a bad model back. */
    @Reference(
            name = "manager",
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY,
            unbind = "withoutManager")
    public void withManager(SwapManager manager) {
        takeBack.with(manager);
    }

    /** There is none, or another one. */
    public void withoutManager(SwapManager manager) {
        takeBack.without(manager);
    }

    @Override
    public void on(SwapEvent event) {
        if (event.resource().equals(Models.RESOURCE)) {
            onModel(event);
        } else if (event instanceof SwapEvent.Ended ended && ended.result().flipped()) {
            engine.signal(
                    "deployment", event.resource() + " " + ended.result().to().orElse(""));
        }
    }

    private void onModel(SwapEvent event) {
        if (event instanceof SwapEvent.Begun) {
            engine.baseWillChange();
        } else if (event instanceof SwapEvent.Flipped) {
            engine.baseChanged(true); // whether it has what was learned is told when this has ended
        } else if (event instanceof SwapEvent.Ended ended && ended.result().flipped()) {
            engine.baseChanged(ended.result().timing().stateBytes() > 0);
        } else if (event instanceof SwapEvent.Repaired) {
            engine.baseChanged(false);
        }
    }

    /** Writes everything down. */
    @Deactivate
    public void end() {
        services.unregister();
        models.close();
        takeBack.close();
        try {
            engine.close();
        } finally {
            thread.shutdownNow();
        }
    }
}
