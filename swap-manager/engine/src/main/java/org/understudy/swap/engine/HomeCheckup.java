package org.understudy.swap.engine;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.understudy.doctor.Ailment.Area;

/** Whether the home can be written to, has room, and holds nothing that does not belong there. */
final class HomeCheckup implements Checkup {
    /** With less, the next version may not find room. */
    static final long RESERVE = 64L << 20;

    /** What README says of the home. */
    private static final Set<String> KNOWN = Set.of(
            "conf",
            "versions",
            "journal",
            "store",
            "data",
            "state",
            "log",
            "cache",
            "lock",
            "run.json",
            "attach.sock",
            "attach.path",
            "shell.history");

    /** The folders that are written to while the runtime runs, and what does not work where that is not possible. */
    private static final Map<String, String> WRITTEN = new TreeMap<>(Map.of(
            "journal", "no version can be swapped or committed",
            "store", "no version can be staged or swapped",
            "state", "configurations are not kept",
            "data", "what resources want to keep is not kept, and those that need it do not start",
            "log", "nobody hears what happens"));

    private static final List<String> COPIED_TO = List.of("versions", "conf");
    private static final String PROBE = "doctor.probe";
    private static final int PROBE_BYTES = 4096; // a full disk may still take less

    private final Premises premises;
    private final Predicate<String> known;

    /**
     * Creates one.
     *
     * @param known whether there is a resource of this name
     */
    HomeCheckup(Premises premises, Predicate<String> known) {
        this.premises = premises;
        this.known = known;
    }

    @Override
    public Area area() {
        return Area.HOME;
    }

    @Override
    public List<Complaint> look() throws Refusal {
        try {
            List<Complaint> found = new ArrayList<>();
            unwritable(premises.home(), "no other start is possible", found);
            WRITTEN.forEach((name, why) -> {
                Path folder = premises.home().resolve(name);
                if (premises.disk().isFolder(folder)) {
                    unwritable(folder, why, found);
                }
            });
            room(found);
            strangers(found);
            drafts(found);
            return found;
        } catch (IOException e) {
            throw new Refusal(premises.home() + " could not be read: " + Reasons.of(e), e);
        }
    }

    private void unwritable(Path folder, String why, List<Complaint> found) {
        Path probe = folder.resolve(PROBE);
        try {
            try (var file = premises.disk().create(probe)) {
                file.write(new byte[PROBE_BYTES], 0, PROBE_BYTES);
            } finally {
                if (premises.disk().isFile(probe)) {
                    premises.disk().delete(probe);
                }
            }
        } catch (IOException e) {
            found.add(Complaint.error(
                            Area.HOME,
                            folder + " cannot be written to: " + Reasons.of(e),
                            "what runs goes on, but " + why)
                    .byHand("make room, and let the user that the runtime runs as write there"));
        }
    }

    private void room(List<Complaint> found) {
        long free = premises.free().getAsLong();
        if (free >= 0 && free < RESERVE) {
            found.add(Complaint.warning(
                            Area.HOME,
                            "the disk of " + premises.home() + " has " + (free >> 20) + " MiB left",
                            "below " + (RESERVE >> 20) + " MiB there may be no room for the next version, nor for what"
                                    + " resources want to keep")
                    .byHand("make room"));
        }
    }

    private void strangers(List<Complaint> found) throws IOException {
        for (Path path : premises.disk().list(premises.home())) {
            if (!KNOWN.contains(path.getFileName().toString())) {
                found.add(Complaint.note(Area.HOME, path + " is nothing of Understudy's", "it is left alone"));
            }
        }
        Path data = premises.home().resolve("data");
        for (Path path : premises.disk().isFolder(data) ? premises.disk().list(data) : List.<Path>of()) {
            if (!known.test(path.getFileName().toString())) {
                found.add(Complaint.note(
                        Area.HOME,
                        path + " belongs to no resource that is known",
                        "it is left alone: its resource may come back"));
            }
        }
    }

    /** Copies that a start did not finish: while the runtime runs, nobody makes any. */
    private void drafts(List<Complaint> found) throws IOException {
        for (String name : COPIED_TO) {
            Path folder = premises.home().resolve(name);
            for (Path path : premises.disk().isFolder(folder) ? premises.disk().list(folder) : List.<Path>of()) {
                if (path.getFileName().toString().matches("\\..*\\.new")) {
                    found.add(Complaint.warning(
                                    Area.HOME,
                                    path + " is a copy that a start did not finish",
                                    "it is of no use and takes up room")
                            .curedBy("deletes it", () -> delete(path)));
                }
            }
        }
    }

    private String delete(Path path) throws Refusal {
        try {
            premises.disk().delete(path);
            return path + " was deleted";
        } catch (IOException e) {
            throw new Refusal(path + " could not be deleted: " + Reasons.of(e), e);
        }
    }
}
