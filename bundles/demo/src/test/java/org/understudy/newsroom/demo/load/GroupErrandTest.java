package org.understudy.newsroom.demo.load;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.understudy.newsroom.Answer;
import org.understudy.newsroom.Headline;
import org.understudy.newsroom.Receiver;
import org.understudy.newsroom.Sender;
import org.understudy.newsroom.demo.check.Checks;
import org.understudy.newsroom.demo.check.Lineup;
import org.understudy.newsroom.demo.check.Part;
import org.understudy.newsroom.demo.fake.FakeVersion;

/** What an errand to a group may meet. Each script lists the versions that answer: sender, receiver, sender. */
class GroupErrandTest {
    private static final Lineup OLD = Lineup.of(List.of(Part.SENDER, Part.RECEIVER), part -> "1.0.0");
    private static final Lineup NEW = Lineup.of(List.of(Part.SENDER, Part.RECEIVER), part -> "1.1.0");
    private static final Map<String, FakeVersion> VERSIONS = Map.of(
            "1.0.0", new FakeVersion("1.0.0", (resource, version) -> {}),
            "1.1.0", new FakeVersion("1.1.0", (resource, version) -> {}));

    private final Checks checks = Checks.begin();
    private Iterator<String> script = List.<String>of().iterator();
    private final Sender sender = new Sender() {
        @Override
        public Answer<String> write(Headline headline) {
            return VERSIONS.get(script.next()).write(headline);
        }
    };
    private final Receiver receiver = new Receiver() {
        @Override
        public Answer<Headline> read(String message) {
            return VERSIONS.get(script.next()).read(message);
        }
    };
    private final GroupErrand errand = new GroupErrand(sender, receiver, checks);

    @BeforeEach
    void theOldVersionsAreOnStage() {
        checks.open(OLD);
    }

    @AfterEach
    void noThreadStays() {
        errand.close();
    }

    @Test
    void beforeDuringAndAfterAFlipOneVersionOfAllIsGood() throws Exception {
        assertEquals(Mark.GOOD, met("1.0.0", "1.0.0", "1.0.0"));
        checks.announce(OLD, NEW);
        assertEquals(Mark.GOOD, met("1.0.0", "1.0.0", "1.0.0"));
        assertEquals(Mark.GOOD, met("1.1.0", "1.1.0", "1.1.0"));
        checks.settle(NEW, NEW);
        assertEquals(Mark.GOOD, met("1.1.0", "1.1.0", "1.1.0"));
    }

    @Test
    void anErrandThatStraddlesTheFlipMeetsTheOldOneAndThenTheNewOne() throws Exception {
        checks.announce(OLD, NEW);

        assertEquals(Mark.GOOD, met("1.0.0", "1.1.0", "1.1.0"));
    }

    @Test
    void aNewReceiverBeforeAnOldSenderIsFound() throws Exception {
        checks.announce(OLD, NEW);

        assertEquals(Mark.FAILED, met("1.0.0", "1.1.0", "1.0.0"));
    }

    @Test
    void aNewSenderBeforeAnOldReceiverIsFoundAlthoughTheFlipIsUnderWay() throws Exception {
        checks.announce(OLD, NEW);

        assertEquals(Mark.FAILED, met("1.1.0", "1.0.0", "1.1.0"));
        assertEquals(0, errand.straddling());
    }

    /** Every second errand has the receiver called on another thread. */
    @Test
    void theSameIsFoundOnAnotherThread() throws Exception {
        met("1.0.0", "1.0.0", "1.0.0");
        checks.announce(OLD, NEW);

        assertEquals(Mark.FAILED, met("1.0.0", "1.1.0", "1.0.0"));
    }

    @Test
    void whatOneErrandHasMetBindsTheNextOne() throws Exception {
        checks.announce(OLD, NEW);
        met("1.1.0", "1.1.0", "1.1.0");

        assertEquals(Mark.STALE, met("1.0.0", "1.0.0", "1.0.0"));
    }

    @Test
    void onTheWayDownAMessageMayComeUponAReceiverThatCannotReadIt() throws Exception {
        checks.announce(OLD, NEW);
        checks.settle(NEW, NEW);
        checks.announce(NEW, OLD);

        assertEquals(Mark.GOOD, met("1.1.0", "1.0.0", "1.0.0"));
        assertEquals(1, errand.straddling());
    }

    @Test
    void onTheWayDownNobodyMeetsTheVersionAboveAfterTheOneBelow() throws Exception {
        checks.announce(OLD, NEW);
        checks.settle(NEW, NEW);
        checks.announce(NEW, OLD);

        assertEquals(Mark.FAILED, met("1.0.0", "1.1.0", "1.0.0"));
    }

    @Test
    void aReceiverThatCannotReadShowsThatTheFlipHasBeen() throws Exception {
        checks.announce(OLD, NEW);
        checks.settle(NEW, NEW);
        checks.announce(NEW, OLD);

        assertEquals(Mark.FAILED, met("1.1.0", "1.0.0", "1.1.0"));
    }

    @Test
    void aVersionOfAFlipThatWasCalledOffIsFound() throws Exception {
        checks.announce(OLD, NEW);
        checks.settle(NEW, OLD);

        assertEquals(Mark.STALE, met("1.1.0", "1.1.0", "1.1.0"));
        assertEquals(Mark.GOOD, met("1.0.0", "1.0.0", "1.0.0"));
    }

    private Mark met(String... versions) throws Exception {
        script = List.of(versions).iterator();
        return errand.run().mark();
    }
}
