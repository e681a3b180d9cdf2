package org.understudy.predictor.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BlockPoolTest {
    @Test
    void blocksNeverOverlapAndMergeAgainWhenAllAreBack() {
        BlockPool pool = new BlockPool(1 << 13);
        Random random = new Random(5);
        List<int[]> taken = new ArrayList<>();
        boolean[] used = new boolean[1 << 13];

        for (int i = 0; i < 100_000; i++) {
            int size = random.nextInt(6);
            int at = random.nextBoolean() ? pool.take(size) : -1;
            if (at >= 0) {
                mark(used, at, size, false);
                pool.entries[at] = Entry.of(7, 1, 1);
                taken.add(new int[] {at, size});
            } else if (!taken.isEmpty()) {
                int[] block = taken.remove(random.nextInt(taken.size()));
                mark(used, block[0], block[1], true);
                pool.give(block[0], block[1]);
            }
        }
        taken.forEach(block -> pool.give(block[0], block[1]));

        for (int i = 0; i < 1 << 4; i++) {
            assertNotEquals(-1, pool.take(BlockPool.CLASSES - 1), "all are whole again");
        }
        assertEquals(-1, pool.take(0));
    }

    private static void mark(boolean[] used, int at, int size, boolean before) {
        for (int i = at; i < at + (1 << size); i++) {
            assertEquals(before, used[i]);
            used[i] = !before;
        }
    }
}
