package org.understudy.swap.engine;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.understudy.swap.journal.outage.Aftermath;

/** An act that something goes wrong in, and the ends of the process. */
interface Trouble extends Act {
    /** What can go wrong in the framework. */
    enum Fault {
        WRITE,
        RESOLVE,
        START,
        FRONT,
        HANG,
        UNFIT
    }

    /** The framework fails at a step as long as the act lasts. */
    record InFramework(Act act, Fault fault) implements Trouble {
        @Override
        public Outlook outlook(World world, Playhouse house) {
            return act.outlook(world, house).loosely(world);
        }

        @Override
        public boolean perform(Playhouse house) throws Exception {
            house.fails(fault);
            try {
                return act.perform(house);
            } finally {
                house.works();
            }
        }
    }

    /**
     * At a step of the act the disk fails, once or from then on until the act is over. Then something is asked for that is
     * refused anyhow: by writing that down the journal takes back what it could not before.
     */
    record OnDisk(Act act, int step, boolean once) implements Trouble {
        @Override
        public Outlook outlook(World world, Playhouse house) {
            return act.outlook(world, house).loosely(world);
        }

        @Override
        public boolean perform(Playhouse house) throws Exception {
            house.diskFails(step, once);
            try {
                return act.perform(house);
            } finally {
                house.diskWorks();
                house.askForNothing();
            }
        }
    }

    /** The process ends and another one starts on the same home. */
    interface End extends Trouble {
        /** What the next process may find. */
        List<World> found(World world, Playhouse house);

        @Override
        default Outlook outlook(World world, Playhouse house) {
            return new Outlook(found(world, house), List.of(), List.of());
        }
    }

    /** An end in good order. */
    record Stop(boolean cacheLost) implements End {
        @Override
        public List<World> found(World world, Playhouse house) {
            return List.of(world);
        }

        @Override
        public boolean perform(Playhouse house) throws Exception {
            house.stop();
            house.start(cacheLost);
            return true;
        }
    }

    /** The process is killed between two acts. */
    record Kill(boolean cacheLost) implements End {
        @Override
        public List<World> found(World world, Playhouse house) {
            return List.of(world.crash());
        }

        @Override
        public boolean perform(Playhouse house) throws Exception {
            house.end(new Aftermath(Aftermath.Names.ALL, Aftermath.Bytes.ALL, 0));
            house.start(cacheLost);
            return true;
        }
    }

    /** The power goes off at a step of an act, or after it, and what was not forced is torn, lost or out of order. */
    record PowerLoss(Act act, int step, Aftermath aftermath) implements End {
        @Override
        public List<World> found(World world, Playhouse house) {
            return act.outlook(world, house).crashed(world);
        }

        /** What was done before the power went off is there. */
        @Override
        public Outlook outlook(World world, Playhouse house) {
            List<World> done = act.outlook(world, house).done();
            return new Outlook(done.stream().map(World::crash).toList(), found(world, house), List.of());
        }

        @Override
        public boolean perform(Playhouse house) throws Exception {
            house.powerOff(step);
            boolean done = house.untilPowerFails(act);
            house.end(aftermath);
            house.start(true);
            return done;
        }
    }

    /** At the next start the version of a resource that was on stage does not start any more, for a while. */
    record BadStart(String resource, boolean inGoodOrder) implements End {
        private static final Duration A_WHILE = Duration.ofSeconds(40);

        @Override
        public List<World> found(World world, Playhouse house) {
            Optional<String> broken = world.role(resource).map(Role::active);
            return (inGoodOrder ? List.of(world) : List.of(world.crash()))
                    .stream()
                            .map(each -> broken.isPresent()
                                            && each.role(resource)
                                                    .map(Role::active)
                                                    .equals(broken)
                                    ? each.fallen(resource)
                                    : each)
                            .map(each -> each.pass(A_WHILE))
                            .map(worlds -> worlds.get(worlds.size() - 1))
                            .toList();
        }

        @Override
        public boolean perform(Playhouse house) throws Exception {
            String label = house.activeLabel(resource);
            if (inGoodOrder) {
                house.stop();
            } else {
                house.end(new Aftermath(Aftermath.Names.ALL, Aftermath.Bytes.ALL, 0));
            }
            house.breaks(label);
            house.start(false);
            house.breaksNothing();
            house.pass(A_WHILE);
            return true;
        }
    }

    /** The same where the disk fails in the last moments: nobody can say that the end was in good order. */
    record StopInTrouble(int step) implements End {
        @Override
        public List<World> found(World world, Playhouse house) {
            return List.of(world, world.crash());
        }

        @Override
        public boolean perform(Playhouse house) throws Exception {
            house.diskFails(step, false);
            house.stop();
            house.diskWorks();
            house.start(false);
            return true;
        }
    }

    /** At a step of an act the disk fails, and before the journal can take anything back the process is killed. */
    record KillOnBadDisk(Act act, int step) implements End {
        @Override
        public List<World> found(World world, Playhouse house) {
            return act.outlook(world, house).crashed(world);
        }

        @Override
        public boolean perform(Playhouse house) throws Exception {
            house.diskFails(step, false);
            try {
                house.perform(act);
            } finally {
                house.diskWorks();
            }
            house.end(new Aftermath(Aftermath.Names.ALL, Aftermath.Bytes.ALL, 0));
            house.start(false);
            return true;
        }
    }
}
