package org.understudy.swap.engine;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.understudy.doctor.Ailment.Area;
import org.understudy.swap.SlotSide;

/**
 * Whether the store has every artifact that is needed, whole, and no other. One that is missing is brought back from
 * wherever the same bytes still are: the versions folder, or what the framework has kept of a slot.
 */
final class StoreCheckup implements Checkup {
    private final ArtifactStore store;
    private final Needs needs;
    private final VersionsFolder versions;
    private final Host host;

    StoreCheckup(ArtifactStore store, Needs needs, VersionsFolder versions, Host host) {
        this.store = store;
        this.needs = needs;
        this.versions = versions;
        this.host = host;
    }

    @Override
    public Area area() {
        return Area.STORE;
    }

    @Override
    public List<Complaint> look() throws Refusal {
        List<Complaint> found = new ArrayList<>();
        for (Needs.Need need : needs.all()) {
            try {
                store.find(need.digest());
            } catch (Refusal e) {
                found.add(missing(need, e));
            }
        }
        try {
            strays(found);
        } catch (IOException e) {
            throw new Refusal("the artifact store could not be read: " + Reasons.of(e), e);
        }
        return found;
    }

    private Complaint missing(Needs.Need need, Refusal reason) throws Refusal {
        String what = need.label() + " " + need.use() + ", but " + reason.getMessage();
        Complaint.Found found = need.use() == Needs.Use.ON_STAGE
                ? Complaint.error(Area.STORE, what, "it runs on, but cannot be started any more")
                : Complaint.warning(Area.STORE, what, "it cannot be brought on stage any more");
        Optional<Path> source = source(need);
        return source.isPresent()
                ? found.curedBy("copies it from " + source.get(), () -> bringBack(need, source.get()))
                : found.byHand("no file with its bytes was found: put one into the versions folder, then ask again");
    }

    private Optional<Path> source(Needs.Need need) throws Refusal {
        Stream<Path> kept =
                Stream.of(SlotSide.values()).flatMap(side -> host.copies(new SlotId(need.resource(), side)).stream());
        return Stream.concat(versions.of(need.resource()).stream().map(VersionsFolder.Found::file), kept)
                .filter(file -> has(file, need.digest()))
                .findFirst();
    }

    /** Whether a file has these bytes; one that cannot be read as a version of a resource has not. */
    private boolean has(Path file, String digest) {
        try {
            return store.peek(file).digest().equals(digest);
        } catch (Refusal e) {
            return false;
        }
    }

    private String bringBack(Needs.Need need, Path source) throws Refusal {
        Artifact back = store.admit(source);
        store.release(back);
        if (!back.digest().equals(need.digest())) {
            throw new Refusal(source + " has other bytes than a moment ago: ask again");
        }
        return "the artifact of " + need.label() + " was copied from " + source;
    }

    private void strays(List<Complaint> found) throws IOException {
        ArtifactStore.Strays strays = store.strays(needs::digests);
        for (Path path : strays.unfinished()) {
            found.add(Complaint.warning(Area.STORE, path + " was never finished", "it is of no use and takes up room")
                    .curedBy("deletes it", () -> clearAway(path)));
        }
        for (Path path : strays.unneeded()) {
            found.add(Complaint.warning(
                            Area.STORE, path + " is an artifact that nobody needs", "it takes up room, nothing else")
                    .curedBy("deletes it", () -> {
                        store.keepOnly(needs::digests);
                        return path + " was deleted";
                    }));
        }
        for (Path path : strays.strangers()) {
            found.add(Complaint.note(Area.STORE, path + " is no artifact", "it is left alone"));
        }
    }

    private String clearAway(Path path) throws Refusal {
        try {
            store.clearAway();
            return path + " was deleted";
        } catch (IOException e) {
            throw new Refusal(path + " could not be deleted: " + Reasons.of(e), e);
        }
    }
}
