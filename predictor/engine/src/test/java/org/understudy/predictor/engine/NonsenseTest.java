package org.understudy.predictor.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.lang.reflect.Proxy;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.understudy.predict.Evidence;
import org.understudy.predict.PredictionModel;
import org.understudy.predict.PredictionModel.Scored;

class NonsenseTest {
    private final Scripted stating = new Scripted();

    /** What no model may state. */
    static Stream<Arguments> nonsense() {
        return Stream.of(
                stated("nothing", null),
                stated("a hole", Arrays.asList(new Scored("theme", 0.1), null)),
                stated("no name", List.of(new Scored(null, 0.1))),
                stated("an empty name", List.of(new Scored("", 0.1))),
                stated("one twice", List.of(new Scored("theme", 0.1), new Scored("theme", 0.1))),
                stated("no number", List.of(new Scored("theme", Double.NaN))),
                stated("less than nothing", List.of(new Scored("theme", -0.1))),
                stated("more than certain", List.of(new Scored("theme", 1.1))),
                stated("more than fits", Collections.nCopies(Integer.MAX_VALUE, new Scored("theme", 0))),
                stated("what cannot be read", new Unreadable()));
    }

    private static Arguments stated(String name, List<Scored> scored) {
        return Arguments.of(Named.of(name, scored));
    }

    private static final class Unreadable extends AbstractList<Scored> {
        @Override
        public Scored get(int index) {
            throw new IllegalStateException("nothing there");
        }

        @Override
        public int size() {
            return 1;
        }
    }

    private CheckedModel model(List<Scored> scored, List<Evidence> evidence) throws ModelFailure {
        return new CheckedModel((PredictionModel) Proxy.newProxyInstance(
                NonsenseTest.class.getClassLoader(),
                new Class<?>[] {PredictionModel.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "within" -> scored;
                    case "why" -> evidence;
                    default -> method.invoke(stating, arguments);
                }));
    }

    @ParameterizedTest
    @MethodSource("nonsense")
    void isRefused(List<Scored> scored) throws ModelFailure {
        CheckedModel checked = model(scored, List.of());

        assertThrows(ModelFailure.class, () -> checked.within(1, 0));
    }

    @Test
    void isRefusedAsEvidenceToo() throws ModelFailure {
        CheckedModel checked = model(List.of(), new ArrayList<>(Collections.singletonList(null)));

        assertThrows(ModelFailure.class, () -> checked.why(1, 0, "theme"));
    }

    @Test
    void sumsAboveOneAreNonsenseOfWhatComesNextOnly() throws ModelFailure {
        List<Scored> both = List.of(new Scored("theme", 0.9), new Scored("store", 0.9));

        assertEquals(both, model(both, List.of()).within(1, 0));
        stating.stated = 1.5;
        CheckedModel checked = model(both, List.of());
        assertThrows(ModelFailure.class, () -> checked.next(1, 0));
    }
}
