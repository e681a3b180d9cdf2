package org.understudy.swap.handles;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.understudy.swap.handles.Contracts.Catalogue;
import org.understudy.swap.handles.Contracts.Covariant;
import org.understudy.swap.handles.Contracts.Everything;
import org.understudy.swap.handles.Contracts.General;
import org.understudy.swap.handles.Contracts.IdentityMinded;
import org.understudy.swap.handles.Contracts.Mentioning;
import org.understudy.swap.handles.Contracts.Named;
import org.understudy.swap.handles.Contracts.OtherNamed;
import org.understudy.swap.handles.Contracts.Repository;
import org.understudy.swap.handles.Contracts.Specific;

@DisplayNameGeneration(ReplaceUnderscores.class)
class HandleGeneratorTest {

    @Test
    void all_kinds_of_parameters_and_results_arrive_unchanged() throws Exception {
        Everything handle = Stage.showing(new Contracts.Echo()).handle(Everything.class);

        assertTrue(handle.flag(true));
        assertEquals((byte) -7, handle.octet((byte) -7));
        assertEquals('ß', handle.letter('ß'));
        assertEquals((short) -300, handle.little((short) -300));
        assertEquals(Integer.MIN_VALUE, handle.number(Integer.MIN_VALUE));
        assertEquals(Long.MIN_VALUE, handle.big(Long.MIN_VALUE));
        assertEquals(1.5f, handle.real(1.5f));
        assertEquals(-2.25, handle.precise(-2.25));
        assertArrayEquals(new int[] {3, 4}, handle.row(new int[] {3, 4}));
        assertEquals("b", handle.table(new String[][] {{"a"}, {"b"}})[1][0]);
        assertEquals("1 2 3.0 4.0 x [y, z]", handle.mixed(1, 2L, 3f, 4.0, "x", "y", "z"));
        assertEquals(List.of("q"), handle.generic(List.of("q")));
    }

    @Test
    void a_call_is_inside_its_generation_and_only_while_it_runs() throws Exception {
        Stage stage = Stage.empty();
        List<Long> seen = new ArrayList<>();
        stage.show((Runnable) () -> seen.add(stage.generation().inside()));
        Runnable handle = stage.handle(Runnable.class);

        handle.run();

        assertEquals(List.of(1L), seen);
        assertEquals(0, stage.generation().inside());
    }

    @Test
    void an_exception_reaches_the_caller_as_it_is_and_ends_the_call() throws Exception {
        IOException planned = new IOException("checked, and no interface of the handle says more");
        Stage stage = Stage.showing(new Contracts.Failing(planned));
        Catalogue handle = stage.handle(Catalogue.class);

        IOException thrown = assertThrows(IOException.class, handle::reload);

        assertSame(planned, thrown);
        assertEquals(0, stage.generation().inside());
    }

    @Test
    void a_kept_handle_follows_the_pointer() throws Exception {
        Stage stage = Stage.showing((Named) () -> "first");
        Named handle = stage.handle(Named.class);
        String before = handle.name();

        stage.show((Named) () -> "second");

        assertEquals("first", before);
        assertEquals("second", handle.name());
    }

    @Test
    void a_service_that_is_not_what_it_was_registered_as_ends_the_call_all_the_same() throws Exception {
        Stage stage = Stage.showing("no runnable");
        Runnable handle = stage.handle(Runnable.class);

        assertThrows(ClassCastException.class, handle::run);

        assertEquals(0, stage.generation().inside());
    }

    @Test
    void default_methods_are_those_of_the_service_and_not_of_the_interface() throws Exception {
        Named handle = Stage.showing(new Contracts.Polite()).handle(Named.class);

        assertEquals("Dear Polite", handle.greeting());
    }

    @Test
    void methods_of_superinterfaces_are_passed_on_even_of_one_that_is_not_public() throws Exception {
        Repository handle = Stage.showing(new Contracts.Shelf()).handle(Repository.class);

        assertEquals("key 1", handle.find("key"));
        assertEquals(2, handle.hiddenCount());
    }

    @Test
    void a_narrowed_return_type_is_reached_through_both_interfaces() throws Exception {
        Stage stage = Stage.showing((Specific) () -> "text");
        Specific handle = stage.handle(Specific.class);

        assertEquals("text", handle.value());
        assertEquals("text", ((General) handle).value());
    }

    @Test
    void several_interfaces_with_a_method_in_common_make_one_handle() throws Exception {
        Stage stage = Stage.showing(new Contracts.Both());
        Object handle = stage.handleOf(OtherNamed.class, Named.class, Covariant.class);

        assertEquals("both", ((Named) handle).name());
        assertEquals("both", ((OtherNamed) handle).name());
        assertEquals("covariant", ((Covariant) handle).value());
        assertEquals(
                "handle of " + Covariant.class.getName() + ", " + Named.class.getName() + ", "
                        + OtherNamed.class.getName(),
                handle.toString());
    }

    @Test
    void identity_is_that_of_the_handle_even_if_the_interface_declares_equals() throws Exception {
        AtomicBoolean asked = new AtomicBoolean();
        Stage stage = Stage.showing(new Contracts.AlwaysEqual(asked));
        IdentityMinded one = stage.handle(IdentityMinded.class);
        IdentityMinded other = stage.handle(IdentityMinded.class);

        assertEquals(one, one);
        assertNotEquals(one, other);
        assertEquals(System.identityHashCode(one), one.hashCode());
        assertFalse(asked.get());
    }

    @Test
    void variable_arguments_and_declared_exceptions_can_be_seen_by_reflection() throws Exception {
        Class<?> everything = Stage.empty().define(Everything.class);
        Class<?> catalogue = Stage.empty().define(Catalogue.class);

        assertTrue(Set.of(everything.getMethods()).stream()
                .anyMatch(method -> method.getName().equals("mixed") && method.isVarArgs()));
        assertArrayEquals(
                new Class<?>[] {IOException.class, Contracts.Outdated.class},
                catalogue.getMethod("reload").getExceptionTypes());
    }

    @Test
    void interfaces_of_the_platform_need_no_import() throws Exception {
        HandleClass handle = HandleGenerator.generate("front.H", List.of(Function.class));

        assertEquals(Set.of(), handle.packages());
    }

    @Test
    void every_package_that_the_interfaces_mention_has_to_be_imported() throws Exception {
        HandleClass handle = HandleGenerator.generate("front.H", List.of(Mentioning.class));

        assertEquals(
                Set.of(
                        "org.understudy.swap.handles",
                        "org.objectweb.asm", // a parameter
                        "org.junit.jupiter.api", // a result
                        "org.junit.jupiter.api.function", // a type argument
                        "javax.crypto" // the component of an array
                        ),
                handle.packages());
    }

    @Test
    void the_same_interfaces_in_any_order_give_the_same_bytes() throws Exception {
        HandleClass one = HandleGenerator.generate("front.H", List.of(Named.class, OtherNamed.class, Everything.class));
        HandleClass two = HandleGenerator.generate("front.H", List.of(Everything.class, Named.class, OtherNamed.class));

        assertArrayEquals(one.bytes(), two.bytes());
        assertEquals("front.H", one.name());
        assertEquals(61, one.bytes()[7], "class file version");
    }

    @Test
    void static_and_private_methods_stay_with_the_interface() throws Exception {
        assertEquals("left alone", Contracts.WithStatics.answer());
        Contracts.WithStatics handle =
                Stage.showing((Contracts.WithStatics) () -> "mine").handle(Contracts.WithStatics.class);

        assertEquals("mine", handle.call());
        assertEquals("mine, helped", handle.helped());
    }
}
