package org.understudy.swap.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.understudy.swap.SlotSide;
import org.understudy.swap.journal.Disk;
import org.understudy.swap.journal.Journal;
import org.understudy.swap.journal.JournalException;
import org.understudy.swap.journal.outage.MemoryDisk;

/**
 * What a journal says to a process that opens it; the files themselves are not touched.
 *
 * @param states of each resource
 * @param world the same as the model would have it
 */
record Recollected(Map<String, KeptState> states, World world) {
    static Recollected of(Path folder, Workshop workshop) throws IOException {
        MemoryDisk copy = new MemoryDisk(folder);
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                byte[] content = Files.readAllBytes(file);
                try (Disk.Writing writing = copy.create(file)) {
                    writing.write(content, 0, content.length);
                }
            }
        }
        try (Journal journal = Journal.open(copy, folder, () -> Instant.EPOCH)) {
            Map<String, KeptState> states =
                    new TreeMap<>(new Ledger(journal).load().resources());
            states.values().removeIf(state -> state.active() == null);
            return new Recollected(states, world(states, workshop));
        } catch (JournalException | Refusal e) {
            throw new AssertionError("the journal cannot be read: " + e.getMessage(), e);
        }
    }

    private static World world(Map<String, KeptState> states, Workshop workshop) {
        Map<String, Role> roles = new TreeMap<>();
        states.forEach((name, kept) -> {
            Map<String, Integer> takenBack = new TreeMap<>();
            kept.takenBack().forEach((digest, count) -> takenBack.put(workshop.version(digest), count));
            roles.put(
                    name,
                    new Role(
                            workshop.version(active(kept)),
                            kept.past().stream().map(workshop::version).toList(),
                            takenBack,
                            kept.group().members(),
                            0,
                            Optional.ofNullable(kept.provisional())
                                    .map(bake -> new Role.Bake(bake.remainingMillis(), bake.paused()))));
        });
        return new World(roles, 0);
    }

    /** The digest of what is on stage. */
    static String active(KeptState kept) {
        return kept.active() == SlotSide.A ? kept.a() : kept.b();
    }
}
