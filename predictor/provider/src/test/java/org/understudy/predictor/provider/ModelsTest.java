package org.understudy.predictor.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.osgi.framework.ServiceReference;
import org.understudy.predict.PredictionModel;

class ModelsTest {
    private final List<Optional<PredictionModel>> bases = new ArrayList<>();
    private final List<Optional<PredictionModel>> others = new ArrayList<>();
    private final Models models = new Models(bases::add, others::add);

    private static PredictionModel model(String name) {
        return (PredictionModel) Proxy.newProxyInstance(
                ModelsTest.class.getClassLoader(),
                new Class<?>[] {PredictionModel.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "equals" -> proxy == arguments[0];
                    case "hashCode" -> System.identityHashCode(proxy);
                    default -> name;
                });
    }

    /** As the framework orders them: by ranking, and of equals the earlier one is the higher. */
    @SuppressWarnings("unchecked")
    private static ServiceReference<PredictionModel> reference(int ranking, long id, String resource) {
        Map<String, Object> properties = resource.isEmpty() ? Map.of() : Map.of("understudy.resource", resource);
        return (ServiceReference<PredictionModel>) Proxy.newProxyInstance(
                ModelsTest.class.getClassLoader(),
                new Class<?>[] {ServiceReference.class, Order.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "getProperty" -> properties.get(arguments[0]);
                    case "compareTo" -> Long.compare(order(ranking, id), ((Order) arguments[0]).order());
                    case "order" -> order(ranking, id);
                    case "equals" -> proxy == arguments[0];
                    default -> (int) id;
                });
    }

    private static long order(int ranking, long id) {
        return ranking * 1_000L - id;
    }

    /** The place of a reference in the framework's order. */
    interface Order {
        long order();
    }

    @Test
    void theHandleOfTheResourceIsTheBaseAndNoOther() {
        PredictionModel base = model("base");
        models.add(reference(0, 1, "model"), base);
        models.add(reference(0, 2, "another-resource"), model("late"));

        assertEquals(List.of(Optional.of(base)), bases);
        assertEquals(List.of(), others);
    }

    @Test
    void ofOthersTheHighestIsAskedAndWhenItGoesTheNextOne() {
        models.add(reference(0, 1, "model"), model("base"));
        PredictionModel low = model("low");
        PredictionModel high = model("high");
        ServiceReference<PredictionModel> highest = reference(20, 3, "");
        models.add(reference(10, 2, ""), low);
        models.add(highest, high);
        models.add(reference(-1, 4, ""), model("lower than the base"));

        models.remove(highest);

        assertEquals(List.of(Optional.of(low), Optional.of(high), Optional.of(low)), others);
        assertEquals(1, bases.size());
    }

    @Test
    void whereThereIsNoBaseAnymoreThatIsTold() {
        ServiceReference<PredictionModel> handle = reference(0, 1, "model");
        models.add(handle, model("base"));

        models.remove(handle);
        models.close();
        models.add(handle, model("too late"));

        assertEquals(2, bases.size());
        assertEquals(Optional.empty(), bases.get(1));
    }
}
