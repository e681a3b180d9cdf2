package org.understudy.itest.felix;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.Test;
import org.osgi.framework.Constants;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.ServiceRegistration;
import org.understudy.newsroom.Theme;
import org.understudy.swap.SlotMarker;
import org.understudy.swap.SwapEvent;
import org.understudy.swap.SwapListener;
import org.understudy.swap.SwapResult;

/** Service ranking is the visible pointer flip: the best marker, the handle and the status tell one story. */
public class RankingStory extends Story {
    private static final int FLIPS = 50;
    private static final String OF_THEME = "(" + SlotMarker.RESOURCE + "=" + THEME + ")";

    /** What the best marker said, and who answered right after that. */
    private record Look(int rank, String marker, String answer, long endedNanos) {}

    private final List<SwapEvent.Flipped> flips = new CopyOnWriteArrayList<>();
    private final List<Look> looks = new CopyOnWriteArrayList<>();
    private final List<String> equalRanks = new CopyOnWriteArrayList<>();

    @Test
    public void theBestMarkerFollowsEveryFlipAndIsNeverAheadOfThePointer() throws Exception {
        bring(OLD);
        swap(NEW);
        swap(OLD); // both slots hold something from here on
        SwapListener listener = event -> {
            if (event instanceof SwapEvent.Flipped flipped && flipped.resource().equals(THEME)) {
                flips.add(flipped);
            }
        };
        ServiceRegistration<SwapListener> listening = context().registerService(SwapListener.class, listener, null);
        Theme theme = keptTheme();
        try (Caller looking = Caller.of("marker", () -> look(theme))) {
            for (int flip = 0; flip < FLIPS; flip++) {
                String wanted = flip % 2 == 0 ? NEW : OLD;

                SwapResult result = swap(wanted);

                ServiceReference<SlotMarker> best = best();
                assertEquals("the best marker once swap has returned", wanted, best.getProperty(SlotMarker.VERSION));
                assertEquals(manager().resource(THEME).rank(), best.getProperty(Constants.SERVICE_RANKING));
                assertEquals(wanted, versionOf(theme));
                assertEquals(wanted, result.active().orElseThrow());
                looking.awaitCalls(1);
            }
        } finally {
            listening.unregister();
        }
        assertEquals("flips told", FLIPS, flips.size());
        assertEquals("look-ups that saw two markers of equal rank", List.of(), equalRanks);
        assertEquals(
                "markers ahead of the pointer",
                List.of(),
                looks.stream().filter(this::ahead).toList());
    }

    @Test
    public void everyFlipHasAHigherNumberThanTheOneBefore() {
        bring(OLD);
        int rank = manager().resource(THEME).rank();

        swap(NEW);
        int second = manager().resource(THEME).rank();
        rollback();

        assertTrue(rank + " < " + second, rank < second);
        assertTrue(second < manager().resource(THEME).rank());
    }

    private String look(Theme theme) throws InvalidSyntaxException {
        Collection<ServiceReference<SlotMarker>> markers = context().getServiceReferences(SlotMarker.class, OF_THEME);
        List<Integer> ranks = markers.stream()
                .map(marker -> (Integer) marker.getProperty(Constants.SERVICE_RANKING))
                .toList();
        if (ranks.size() != 2 || ranks.get(0).equals(ranks.get(1))) {
            equalRanks.add(ranks.toString());
        }
        ServiceReference<SlotMarker> best = best();
        int rank = (Integer) best.getProperty(Constants.SERVICE_RANKING);
        String marker = (String) best.getProperty(SlotMarker.VERSION);
        String answer = versionOf(theme);
        if (!answer.equals(marker)) {
            looks.add(new Look(rank, marker, answer, System.nanoTime()));
        }
        return answer;
    }

    /** Another version than the marker's may only answer because the next flip was under way already. */
    private boolean ahead(Look look) {
        return flips.stream()
                .noneMatch(flip -> flip.rank() > look.rank()
                        && flip.to().equals(look.answer())
                        && flip.decidedNanos() - look.endedNanos() <= 0);
    }

    private ServiceReference<SlotMarker> best() throws InvalidSyntaxException {
        return context().getServiceReferences(SlotMarker.class, OF_THEME).stream()
                .max(ServiceReference::compareTo)
                .orElseThrow();
    }
}
