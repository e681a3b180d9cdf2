package org.understudy.swap.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ServiceMatcherTest {
    private static ServiceShape shape(String identity, String... interfaces) {
        return new ServiceShape(List.of(interfaces), identity, Map.of(), ServiceShape.Scope.SINGLETON);
    }

    private static Offer offer(ServiceShape... shapes) {
        return new Offer(Arrays.stream(shapes)
                .map(shape -> new Offer.Service(shape, shape.label(), null, shape))
                .toList());
    }

    private static Casting match(List<Handle> handles, ServiceShape... shapes) throws Refusal {
        return new ServiceMatcher(handles, handles.size()).match(offer(shapes));
    }

    private static Object shared(Casting casting, int index) {
        return casting.roles().entrySet().stream()
                .filter(role -> role.getKey().index() == index)
                .map(role -> role.getValue().shared())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void servicesAreMatchedByWhatIdentifiesThemWhateverTheirOrder() throws Refusal {
        List<Handle> handles = List.of(new Handle(0, shape("red", "Paint")), new Handle(1, shape("blue", "Paint")));

        Casting casting = match(handles, shape("blue", "Paint"), shape("red", "Paint"));

        assertEquals("Paint (red)", shared(casting, 0));
        assertEquals("Paint (blue)", shared(casting, 1));
        assertEquals(List.of(), casting.lost());
    }

    @Test
    void theOnlyServiceOfItsInterfacesIsMatchedThoughItsNameHasChanged() throws Refusal {
        Casting casting = match(List.of(new Handle(0, shape("old.Impl", "Paint"))), shape("new.Impl", "Paint"));

        assertEquals("Paint (new.Impl)", shared(casting, 0));
    }

    @Test
    void twoServicesThatCouldPlayOneHandleAreRefusedByName() {
        List<Handle> handles = List.of(new Handle(0, shape("", "Paint")));

        Refusal refusal = assertThrows(Refusal.class, () -> match(handles, shape("a", "Paint"), shape("b", "Paint")));

        assertTrue(refusal.getMessage().contains("Paint (a); Paint (b)"), refusal.getMessage());
    }

    @Test
    void aHandleWithoutAServiceIsLost() throws Refusal {
        Handle handle = new Handle(0, shape("", "Paint"));

        assertEquals(List.of(handle), match(List.of(handle)).lost());
    }

    @Test
    void aNewInterfaceOfAKnownServiceBecomesAHandleOfItsOwn() throws Refusal {
        Casting casting = match(List.of(new Handle(0, shape("x", "Paint"))), shape("x", "Paint", "Brush"));

        assertEquals(List.of(new Handle(1, shape("x", "Brush"))), casting.added());
        assertEquals(shared(casting, 0), shared(casting, 1));
    }
}
