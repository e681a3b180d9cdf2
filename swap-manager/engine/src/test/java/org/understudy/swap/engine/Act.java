package org.understudy.swap.engine;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.understudy.swap.BakeResult;
import org.understudy.swap.Candidate;
import org.understudy.swap.GroupMember;
import org.understudy.swap.StageResult;
import org.understudy.swap.SwapRequest;
import org.understudy.swap.SwapResult;

/** One thing that happens in a random play: what must become of the world by it, and how it is done. */
interface Act {
    /** What may become of the world; {@code house} is asked before the act is performed. */
    Outlook outlook(World world, Playhouse house);

    /** Does it; returns whether it was done, and not refused. */
    boolean perform(Playhouse house) throws Exception;

    /** A version is put into the free slot. What is on stage is not touched. */
    record Stage(String resource, String version, boolean lower) implements Act {
        @Override
        public Outlook outlook(World world, Playhouse house) {
            boolean admitted = world.admits(resource, version, new World.Wish(lower, false));
            // where the way back is started in that slot, there is nothing to be staged
            boolean wayBack = world.role(resource)
                    .filter(role -> role.past().contains(version))
                    .isPresent();
            return new Outlook(
                    admitted ? List.of(world) : List.of(),
                    admitted && !wayBack ? List.of() : List.of(world),
                    List.of());
        }

        @Override
        public boolean perform(Playhouse house) {
            Candidate candidate = house.candidate(resource, version);
            StageResult result = house.engine().stage(resource, lower ? candidate.allowingLower() : candidate);
            house.says(result);
            return result instanceof StageResult.Staged;
        }
    }

    /** Versions come on stage together, or one alone. */
    record Swap(Map<String, String> versions, World.Wish wish, boolean supersede) implements Act {
        public Swap {
            versions = new TreeMap<>(versions);
        }

        @Override
        public Outlook outlook(World world, Playhouse house) {
            World now = world;
            for (String name : versions.keySet()) {
                now = supersede && now.provisional(name) ? now.back(name).orElseThrow() : now;
            }
            Optional<World> after = now.swap(versions, wish);
            World before = now;
            return new Outlook(after.stream().toList(), after.isPresent() ? List.of() : List.of(before), steps(world));
        }

        private List<World> steps(World world) {
            World now = world;
            List<World> steps = List.of();
            for (String name : versions.keySet()) {
                if (supersede && now.provisional(name)) {
                    now = now.back(name).orElseThrow();
                    steps = Outlook.concat(steps, List.of(now));
                }
            }
            return steps;
        }

        @Override
        public boolean perform(Playhouse house) {
            SwapRequest request = SwapRequest.of(versions.entrySet().stream()
                    .map(next -> new GroupMember(next.getKey(), wished(house, next.getKey(), next.getValue())))
                    .toList());
            List<SwapResult> results = house.engine().swap(supersede ? request.superseding() : request);
            house.says(results);
            return results.stream().allMatch(SwapResult::flipped);
        }

        private Candidate wished(Playhouse house, String resource, String version) {
            Candidate candidate = house.candidate(resource, version);
            candidate = wish.lower() ? candidate.allowingLower() : candidate;
            return wish.bad() ? candidate.allowingBad() : candidate;
        }
    }

    /** What waits in the free slot comes on stage. */
    record SwapStaged(String resource, boolean lower) implements Act {
        @Override
        public Outlook outlook(World world, Playhouse house) {
            return Outlook.of(
                    world,
                    house.staged(resource)
                            .flatMap(version -> world.swap(Map.of(resource, version), new World.Wish(lower, false))));
        }

        @Override
        public boolean perform(Playhouse house) {
            Candidate staged = Candidate.staged();
            return house.swapped(house.engine().swap(resource, lower ? staged.allowingLower() : staged));
        }
    }

    /** The active version comes once more, in the other slot. */
    record Again(String resource) implements Act {
        @Override
        public Outlook outlook(World world, Playhouse house) {
            return Outlook.of(world, world.again(resource));
        }

        @Override
        public boolean perform(Playhouse house) {
            return house.swapped(house.engine().swap(resource, Candidate.again()));
        }
    }

    /** The last flip is taken back. */
    record Rollback(String resource) implements Act {
        @Override
        public Outlook outlook(World world, Playhouse house) {
            return Outlook.of(world, world.back(resource));
        }

        @Override
        public boolean perform(Playhouse house) {
            return house.swapped(house.engine().rollback(resource));
        }
    }

    /** What is decided by hand about a provisional version. */
    record Decide(String resource, What what) implements Act {
        /** What. */
        enum What {
            COMMIT,
            PAUSE,
            RESUME
        }

        @Override
        public Outlook outlook(World world, Playhouse house) {
            return Outlook.of(
                    world, what == What.COMMIT ? world.commit(resource) : world.pause(resource, what == What.PAUSE));
        }

        @Override
        public boolean perform(Playhouse house) {
            BakeResult result =
                    switch (what) {
                        case COMMIT -> house.engine().commit(resource, "admin", "");
                        case PAUSE -> house.engine().pause(resource, "admin", "");
                        case RESUME -> house.engine().resume(resource, "admin", "");
                    };
            house.says(result);
            return result.outcome() != BakeResult.Outcome.REFUSED;
        }
    }

    /** Time passes: what is provisional may have stood, or the judge, who has no data, does what its class asks for. */
    record Pass(Duration time) implements Act {
        @Override
        public Outlook outlook(World world, Playhouse house) {
            List<World> worlds = world.pass(time);
            return new Outlook(worlds.subList(worlds.size() - 1, worlds.size()), List.of(), worlds);
        }

        @Override
        public boolean perform(Playhouse house) {
            house.pass(time);
            return true;
        }
    }

    /** A call into what is on stage ends with an error after which nobody can rely on it: while provisional, it goes. */
    record Sicken(String resource) implements Act {
        private static final Duration A_MOMENT = Duration.ofMillis(1);

        @Override
        public Outlook outlook(World world, Playhouse house) {
            if (!world.provisional(resource)) {
                return Outlook.sure(world);
            }
            List<World> older = world.pass(A_MOMENT); // may be what ends its time
            return new Outlook(
                    older.stream()
                            .map(each -> each.provisional(resource)
                                    ? each.back(resource).orElseThrow()
                                    : each)
                            .toList(),
                    List.of(),
                    List.of());
        }

        @Override
        public boolean perform(Playhouse house) {
            house.sicken(resource, A_MOMENT);
            return true;
        }
    }
}
