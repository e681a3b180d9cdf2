package org.understudy.swap.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The start of a run, before any resource starts: what an earlier run has left is read, settled, and written down. */
final class Boot {
    private static final Logger LOG = LoggerFactory.getLogger(Boot.class);

    private final Backstage backstage;
    private final Troupe troupe;

    Boot(Backstage backstage, Troupe troupe) {
        this.backstage = backstage;
        this.troupe = troupe;
    }

    /** Has the troupe know every resource, in the state in which it is to be started. */
    void recall() throws Refusal {
        Ledger ledger = backstage.ledger();
        Ledger.Recollection found = ledger.load();
        List<String> notes = new ArrayList<>(ledger.findings());
        found.cutOff().ifPresent(begun -> notes.add(cutOff(begun)));
        Map<String, ResourceState> states = new TreeMap<>();
        found.resources().forEach((name, kept) -> {
            if (!kept.isNothing()) {
                states.put(name, new Recall(backstage.store()).state(name, kept));
            }
        });
        ledger.exclusively(() -> {
            Resumption resumption = new Resumption(
                    found.inGoodOrder(), backstage.settings().commit().attempts(), ledger.next() - 1);
            Map<String, ResourceState> decided = resumption.decide(states);
            notes.addAll(resumption.notes());
            ledger.change(new Fact.Booted(ProcessHandle.current().pid(), notes), resumption.changed());
            decided.forEach(troupe::recall);
        });
        notes.forEach(note -> LOG.warn("{}", note));
    }

    private static String cutOff(Fact.Begun begun) {
        return "swap " + begun.swap() + " (" + String.join(", ", names(begun))
                + ") was under way when the process ended";
    }

    private static List<String> names(Fact.Begun begun) {
        return begun.members().stream()
                .map(member -> member.to() == null ? member.resource() : member.resource() + " to " + member.to())
                .toList();
    }
}
