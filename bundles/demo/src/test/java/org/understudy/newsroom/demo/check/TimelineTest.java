package org.understudy.newsroom.demo.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.understudy.newsroom.demo.check.Timeline.Epoch;
import org.understudy.newsroom.demo.check.Timeline.Verdict;

class TimelineTest {
    private final Timeline timeline = new Timeline();

    @BeforeEach
    void oneIsOnStage() {
        timeline.allow(Set.of("1"));
    }

    @Test
    void theVersionOnStageMayAnswer() {
        assertEquals(Verdict.GOOD, timeline.judge(timeline.now(), "1"));
    }

    @Test
    void aCallThatBeganBeforeASwapMayBeAnsweredByEitherVersion() {
        Epoch begun = timeline.now();
        swap("1", "2");

        assertEquals(Verdict.GOOD, timeline.judge(begun, "1"));
        assertEquals(Verdict.GOOD, timeline.judge(begun, "2"));
    }

    @Test
    void aCallThatBeganDuringASwapMayBeAnsweredByEitherVersion() {
        timeline.allow(Set.of("1", "2"));
        Epoch begun = timeline.now();
        timeline.allow(Set.of("2"));

        assertEquals(Verdict.GOOD, timeline.judge(begun, "1"));
        assertEquals(Verdict.GOOD, timeline.judge(begun, "2"));
    }

    @Test
    void theVersionSwappedOutIsStaleForACallThatBeganAfterTheSwapReturned() {
        swap("1", "2");

        assertEquals(Verdict.STALE, timeline.judge(timeline.now(), "1"));
    }

    @Test
    void aVersionThatCameBackMayAnswerAgain() {
        swap("1", "2");
        Epoch begunWithTwo = timeline.now();
        swap("2", "1");

        assertEquals(Verdict.GOOD, timeline.judge(timeline.now(), "1"));
        assertEquals(Verdict.GOOD, timeline.judge(begunWithTwo, "1"));
        assertEquals(Verdict.STALE, timeline.judge(timeline.now(), "2"));
    }

    @Test
    void aRefusedVersionMayNotAnswerAfterwards() {
        timeline.allow(Set.of("1", "bad"));
        timeline.allow(Set.of("1"));

        assertEquals(Verdict.STALE, timeline.judge(timeline.now(), "bad"));
    }

    @Test
    void aVersionThatWasNeverOnStageIsUnknown() {
        assertEquals(Verdict.UNKNOWN, timeline.judge(timeline.now(), "7"));
    }

    private void swap(String from, String to) {
        timeline.allow(Set.of(from, to));
        timeline.allow(Set.of(to));
    }
}
