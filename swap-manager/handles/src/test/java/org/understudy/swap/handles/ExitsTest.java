package org.understudy.swap.handles;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.understudy.swap.handles.Contracts.Kiosk;
import org.understudy.swap.handles.Contracts.Shop;

/** Results that may be of a class of the resource's own pass an exit, the others do not. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ExitsTest {
    private static final String SHOP = Shop.class.getName();

    @Test
    void each_method_tells_of_a_class_once_and_the_caller_gets_the_object_itself() throws Exception {
        Iterator<String> iterator = Collections.emptyIterator();
        Stage stage = Stage.showing(new Kiosk(7, iterator, null));
        Shop handle = stage.handle(Shop.class);

        handle.anything();
        handle.anything();

        assertSame(iterator, handle.all());
        assertEquals(List.of(SHOP + ".anything 7", SHOP + ".all " + iterator), stage.passed());
    }

    @Test
    void an_array_passes_as_it_is() throws Exception {
        Number[] prices = {1, 2.5};
        Stage stage = Stage.showing(new Kiosk(null, null, prices));

        assertSame(prices, stage.handle(Shop.class).prices());
        assertEquals(List.of(SHOP + ".prices " + prices), stage.passed());
    }

    @Test
    void what_the_contract_settles_is_not_looked_at() throws Exception {
        Stage stage = Stage.showing(new Kiosk(null, null, null));
        Shop handle = stage.handle(Shop.class);

        handle.name();
        handle.counts();
        handle.unit();
        handle.size();
        handle.close();

        assertNull(handle.anything());
        assertEquals(List.of(), stage.passed());
    }
}
