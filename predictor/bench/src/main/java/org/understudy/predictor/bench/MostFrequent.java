package org.understudy.predictor.bench;

/** What all need most often, whoever asks. */
final class MostFrequent implements Predictor {
    private final Counts counts = new Counts();

    @Override
    public String name() {
        return "most frequent";
    }

    @Override
    public void state(String user, long time, Belief belief) {
        double all = counts.total() + counts.size() + 1.0;
        belief.novel = (counts.size() + 1) / all;
        for (int i = 0; i < counts.size() && !belief.isFull(); i++) {
            belief.add(counts.item(i), counts.count(i) / all);
        }
    }

    @Override
    public void learn(String user, long time, String item) {
        counts.add(item);
    }
}
