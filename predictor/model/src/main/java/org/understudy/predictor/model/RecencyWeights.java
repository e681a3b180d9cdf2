package org.understudy.predictor.model;

/** What it adds to an item's score to be at a place among the user's recent ones; relative to those that are not. */
final class RecencyWeights {
    private static final int PLACES = UserTable.RECENT;
    private static final int ITEMS = 512;
    private static final int ROWS = 512;
    private static final float RATE = 0.05f;

    private final Weights afterRank = new Weights((PLACES + 1) * PLACES, RATE, 0, Weights.CALM);
    private final Weights afterItem = new Weights(ITEMS * PLACES, RATE, 0, Weights.CALM);
    private final Weights afterRanks = new Weights(ROWS * PLACES, RATE, 0, Weights.CALM);
    private final Weights afterEvents = new Weights(8 * PLACES, RATE, 0, Weights.LIVELY);
    private final Weights personal;

    private int rankRow;
    private int itemRow;
    private int eventsRow;
    private int ranksRow;
    private int personalRow;

    RecencyWeights(Weights personal) {
        this.personal = personal;
    }

    void look(Situation s, int itemHash, int person) {
        rankRow = s.rank(0) * PLACES;
        eventsRow = s.experience() * PLACES;
        itemRow = (itemHash & ITEMS - 1) * PLACES;
        ranksRow = (step(s.rank(0)) * 8 + step(s.rank(1))) * 8 * PLACES + step(s.rank(2)) * PLACES;
        personalRow = person == PersonalWeights.NONE ? -1 : person * PLACES;
    }

    private static int step(int rank) {
        return rank < 4 ? rank : rank < 8 ? 4 : rank < 16 ? 5 : rank < PLACES ? 6 : 7;
    }

    float score(int place) {
        float sum = afterRank.value[rankRow + place]
                + afterItem.value[itemRow + place]
                + afterEvents.value[eventsRow + place]
                + afterRanks.value[ranksRow + place];
        return personalRow < 0 ? sum : sum + personal.value[personalRow + place];
    }

    void learn(int place, float gradient) {
        afterRank.step(rankRow + place, gradient);
        afterEvents.step(eventsRow + place, gradient);
        afterItem.step(itemRow + place, gradient);
        afterRanks.step(ranksRow + place, gradient);
        if (personalRow >= 0) {
            personal.step(personalRow + place, gradient);
        }
    }

    void walk(State state) {
        afterRank.walk(state);
        afterItem.walk(state);
        afterEvents.walk(state);
        afterRanks.walk(state);
    }
}
