package org.understudy.itest.felix;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.After;
import org.junit.Test;
import org.understudy.itest.felix.part.Litterer;
import org.understudy.swap.GenerationStatus;
import org.understudy.swap.Holder;

/** A version that leaves something behind wherever it can: each place is found, and once it is clean, nothing is kept. */
public class LeakStory extends GreeterStory {
    @After
    public void sweep() {
        if (System.getProperties().remove(Litterer.BROOM) instanceof Runnable broom) {
            broom.run();
        }
    }

    private BundleFile litterer(String version) throws IOException {
        return greeter(version)
                .activator(Litterer.class)
                .withAllOf(Litterer.class)
                .header("Import-Package", "org.osgi.framework,javax.management,org.understudy.itest.felix.greeting");
    }

    private Optional<GenerationStatus> retired(String version) {
        return manager().generations().stream()
                .filter(generation -> generation.resource().equals(resource))
                .filter(generation -> generation.version().equals(version))
                .filter(generation -> generation.use() == GenerationStatus.Use.RETIRED)
                .findFirst();
    }

    @Test
    public void everyPlaceInWhichAVersionLeavesSomethingIsFoundAndWithoutThatItIsCollected() throws IOException {
        bring(litterer(OLD));
        bring(greeter(NEW));
        bring(greeter("1.2.0"));
        bring(greeter("1.3.0"));

        GenerationStatus held = retired(OLD).orElseThrow();
        Set<Holder.Kind> kinds = held.holders().stream().map(Holder::kind).collect(Collectors.toSet());
        sweep();

        assertEquals(held.toString(), EnumSet.allOf(Holder.Kind.class), kinds);
        assertTrue(
                held.toString(),
                held.holders().stream()
                        .anyMatch(holder -> holder.kind() == Holder.Kind.SERVICE
                                && holder.what().contains("java.lang.Runnable")));
        Await.until("what was cleaned up is collected", () -> {
            System.gc();
            return retired(OLD).isEmpty();
        });
    }
}
