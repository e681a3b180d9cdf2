package org.understudy.swap.handles;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RefusalTest {
    private static final String CONTRACTS = Contracts.class.getName();

    static Stream<Arguments> refusals() {
        return Stream.of(
                Arguments.of(List.of(Thread.class), "java.lang.Thread", "it is a class; only"),
                Arguments.of(List.of(Contracts.Internal.class), CONTRACTS + "$Internal", "it is not public"),
                Arguments.of(List.of(Contracts.Closed.class), CONTRACTS + "$Closed", "it is sealed"),
                Arguments.of(
                        List.of(Contracts.Holder.Nested.class),
                        CONTRACTS + "$Holder$Nested",
                        "it is nested in " + CONTRACTS + "$Holder, which is not public"),
                Arguments.of(
                        List.of(Contracts.General.class, Contracts.ReturnsInt.class),
                        CONTRACTS + "$General",
                        "its method value returns java.lang.Object, that of " + CONTRACTS + "$ReturnsInt int"),
                Arguments.of(
                        List.of(Contracts.Finalized.class),
                        CONTRACTS + "$Finalized",
                        "it declares finalize(), which the collector would call"));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void a_refusal_names_interface_and_reason(List<Class<?>> interfaces, String name, String reason) {
        UnfrontableException refusal =
                assertThrows(UnfrontableException.class, () -> HandleGenerator.generate("front.H", interfaces));

        String expected = name + " cannot be put behind a handle: " + reason;
        assertEquals(
                expected,
                refusal.getMessage()
                        .substring(
                                0,
                                Math.min(expected.length(), refusal.getMessage().length())));
    }

    @Test
    void a_mentioned_type_that_the_bundle_lacks_is_named() throws Exception {
        Class<?> torn = new Without(Contracts.Outdated.class.getName()).loadClass(Contracts.Catalogue.class.getName());

        UnfrontableException refusal =
                assertThrows(UnfrontableException.class, () -> HandleGenerator.generate("front.H", List.of(torn)));

        assertEquals(
                CONTRACTS + "$Catalogue cannot be put behind a handle: a type that it mentions cannot be loaded by its"
                        + " bundle: java.lang.NoClassDefFoundError: "
                        + CONTRACTS.replace('.', '/') + "$Outdated",
                refusal.getMessage());
    }

    @Test
    void the_same_name_from_two_loaders_is_no_one_interface() throws Exception {
        Class<?> copy = new Without("nothing").loadClass(Contracts.Named.class.getName());

        UnfrontableException refusal = assertThrows(
                UnfrontableException.class,
                () -> HandleGenerator.generate("front.H", List.of(Contracts.Named.class, copy)));

        assertEquals(
                CONTRACTS + "$Named cannot be put behind a handle: it was asked for twice, from two different class"
                        + " loaders",
                refusal.getMessage());
    }

    @Test
    void a_handle_of_nothing_is_a_mistake_of_the_caller() {
        assertThrows(IllegalArgumentException.class, () -> HandleGenerator.generate("front.H", List.of()));
    }
}
