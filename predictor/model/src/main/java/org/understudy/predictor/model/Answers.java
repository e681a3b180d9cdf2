package org.understudy.predictor.model;

/** Writes out what a forecast holds: the candidates in order, and after them what everybody needs. */
final class Answers {
    private final ItemDictionary items;
    private final ContextStore store;
    private final Forecast forecast;
    private final Ranking ranking = new Ranking(Candidates.MOST);

    Answers(ItemDictionary items, ContextStore store, Forecast forecast) {
        this.items = items;
        this.store = store;
        this.forecast = forecast;
    }

    Prediction next(int limit) {
        ranking.clear();
        for (int c = 0; c < forecast.candidates.size; c++) {
            ranking.add((float) forecast.probability(c));
        }
        ranking.sort();
        int most = Math.min(limit, items.size());
        String[] names = new String[most];
        double[] probabilities = new double[most];
        int listed = Math.min(most, ranking.size());
        for (int i = 0; i < listed; i++) {
            int c = ranking.at(i);
            names[i] = name(c);
            probabilities[i] = forecast.probability(c);
        }
        if (listed < most && forecast.rest > 0) {
            listed = others(names, probabilities, listed);
        }
        return new Prediction(names, probabilities, listed, forecast.novel);
    }

    Prediction within(WithinHead head, int limit) {
        head.look();
        ranking.clear();
        for (int c = 0; c < head.size(); c++) {
            ranking.add(head.probability(c));
        }
        ranking.sort();
        int most = Math.min(limit, ranking.size());
        String[] names = new String[most];
        double[] probabilities = new double[most];
        for (int i = 0; i < most; i++) {
            names[i] = name(ranking.at(i));
            probabilities[i] = head.probability(ranking.at(i));
        }
        return new Prediction(names, probabilities, most, 0);
    }

    private String name(int candidate) {
        return items.name(forecast.candidates.item[candidate]);
    }

    /** Splits what is left for no candidate among what everybody needs, by how often; how many are listed then. */
    private int others(String[] names, double[] probabilities, int from) {
        int everyone = store.find(Table.ALL_0, -1, 0, 0);
        if (everyone < 0) {
            return from;
        }
        int listed = from;
        long known = 0;
        long counted = 0;
        int end = store.block(everyone) + store.length(everyone);
        for (int i = store.block(everyone); i < end; i++) {
            long entry = store.entries[i];
            int count = Entry.slow(entry);
            known += count;
            if (forecast.candidates.indexOf(Entry.item(entry)) < 0) {
                counted += count;
                if (listed < names.length) {
                    names[listed] = items.name(Entry.item(entry));
                    probabilities[listed++] = count + 0.5;
                }
            }
        }
        double all = counted + Math.max(0, store.total(everyone) - known) + 0.5 * (items.size() - from);
        double scale = forecast.rest / all;
        for (int i = from; i < listed; i++) {
            probabilities[i] *= scale;
        }
        return listed;
    }
}
