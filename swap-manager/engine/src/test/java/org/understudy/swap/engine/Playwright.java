package org.understudy.swap.engine;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.understudy.swap.journal.outage.Aftermath;

/** Makes up plays. The same seed gives the same play. */
final class Playwright {
    private static final int MOST_STEPS = 25;

    private final Random chance;

    Playwright(long seed) {
        this.chance = new Random(seed);
    }

    List<Act> play(int length) {
        List<Act> acts = new ArrayList<>();
        for (int i = 0; i < length; i++) {
            acts.add(next());
        }
        return acts;
    }

    private Act next() {
        int die = chance.nextInt(100);
        if (die < 68) {
            return plain();
        }
        if (die < 70) { // what the judge takes back is waited for: nothing may keep it from that
            return new Act.Sicken(one(Workshop.RESOURCES));
        }
        if (die < 78) {
            return new Trouble.InFramework(plain(), one(List.of(Trouble.Fault.values())));
        }
        if (die < 85) {
            return new Trouble.OnDisk(plain(), 1 + chance.nextInt(MOST_STEPS), chance.nextBoolean());
        }
        return end();
    }

    private Act plain() {
        int die = chance.nextInt(100);
        String resource = one(Workshop.RESOURCES);
        if (die < 28) {
            return swap(1);
        }
        if (die < 40) {
            return swap(2 + chance.nextInt(2));
        }
        if (die < 45) {
            return new Act.Again(resource);
        }
        if (die < 49) {
            return new Act.SwapStaged(resource, chance.nextBoolean());
        }
        if (die < 57) {
            return new Act.Stage(resource, one(Workshop.VERSIONS), chance.nextBoolean());
        }
        if (die < 69) {
            return new Act.Rollback(resource);
        }
        if (die < 84) {
            return new Act.Decide(resource, decision());
        }
        return new Act.Pass(Duration.ofSeconds(one(List.of(1, 10, 60, 61))));
    }

    private Act.Decide.What decision() {
        int die = chance.nextInt(10);
        return die < 5 ? Act.Decide.What.COMMIT : die < 8 ? Act.Decide.What.PAUSE : Act.Decide.What.RESUME;
    }

    private Act swap(int members) {
        Map<String, String> versions = new TreeMap<>();
        while (versions.size() < members) {
            versions.put(one(Workshop.RESOURCES), one(Workshop.VERSIONS));
        }
        return new Act.Swap(
                versions, new World.Wish(chance.nextInt(10) < 7, chance.nextInt(10) < 2), chance.nextInt(10) < 3);
    }

    private Act end() {
        int die = chance.nextInt(11);
        boolean cacheLost = chance.nextBoolean();
        if (die < 3) {
            return new Trouble.Stop(cacheLost);
        }
        if (die < 5) {
            return new Trouble.Kill(cacheLost);
        }
        if (die < 6) {
            return new Trouble.BadStart(one(Workshop.RESOURCES), cacheLost);
        }
        if (die < 7) {
            return new Trouble.KillOnBadDisk(plain(), 1 + chance.nextInt(MOST_STEPS));
        }
        if (die < 8) {
            return new Trouble.StopInTrouble(1 + chance.nextInt(3));
        }
        return new Trouble.PowerLoss(plain(), 1 + chance.nextInt(MOST_STEPS), aftermath());
    }

    private Aftermath aftermath() {
        return new Aftermath(
                one(List.of(Aftermath.Names.values())), one(List.of(Aftermath.Bytes.values())), chance.nextLong());
    }

    private <T> T one(List<T> of) {
        return of.get(chance.nextInt(of.size()));
    }
}
