package org.understudy.newsroom.demo.load;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.understudy.newsroom.demo.check.Checks;
import org.understudy.newsroom.demo.check.Part;

class EventBookTest {
    private final Checks checks = Checks.begin();
    private final EventBook book = new EventBook(checks);

    @BeforeEach
    void oneIsOnStageAndAnEventIsSent() {
        checks.timelines().of(Part.READERSHIP).allow(Set.of("1"));
        book.open(7);
    }

    @Test
    void anEventThatIsHandledOnceByTheVersionOnStageIsGood() {
        book.handled("readership", "1", 7);

        assertEquals(new EventBook.Balance(1, 0, 0, 0, 0, 0), book.balance());
        assertEquals(1, book.balance().good());
    }

    @Test
    void anEventThatNobodyHandlesIsLost() {
        assertEquals(1, book.balance().lost());
        assertEquals(1, book.balance().failed());
    }

    @Test
    void anEventThatBothVersionsHandleIsDoubled() {
        checks.timelines().of(Part.READERSHIP).allow(Set.of("1", "2"));
        book.handled("readership", "1", 7);
        book.handled("readership", "2", 7);

        assertEquals(1, book.balance().doubled());
        assertEquals(0, book.balance().good());
    }

    @Test
    void anEventThatAVersionHandlesWhichWasSwappedOutBeforeIsStale() {
        checks.timelines().of(Part.READERSHIP).allow(Set.of("2"));
        book.open(8);
        book.handled("readership", "1", 8);

        assertEquals(1, book.balance().stale());
    }

    @Test
    void whatWasNeverSentIsNoEventAndNoVersionThatNeverWasMayHandleOne() {
        book.handled("readership", "1", 99);
        book.handled("readership", "6.6.6", 7);

        assertEquals(1, book.balance().strange());
        assertEquals(1, book.balance().wrong());
        assertEquals(2, book.balance().failed());
    }
}
