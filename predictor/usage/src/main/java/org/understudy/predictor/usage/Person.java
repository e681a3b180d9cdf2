package org.understudy.predictor.usage;

import java.util.Arrays;
import java.util.Random;

/** One made-up user: when they come, and what they then use. */
final class Person {
    static final int DAY = 86_400;
    private static final int FAVOURITES = 12;
    private static final int AFTERNOON = 14 * 3600;
    private static final double PAUSE_SECONDS = 20;
    private static final double CONCENTRATION = 2;
    private static final double MEAN_ACTIVITY = 0.3085; // of exp(2 (cos x - 1)) over a whole turn
    private static final double FAVOURITE_SHARE = 0.6;

    private final String name;
    private final Random random;
    private final Population population;
    private final Popularity popularity;
    private final int[] favourites;
    private final double busiest;
    private double nextTime;
    private long day;
    private int step;

    Person(String name, Random random, Population population, Popularity popularity) {
        this.name = name;
        this.random = random;
        this.population = population;
        this.popularity = popularity;
        favourites = new int[FAVOURITES];
        Arrays.fill(favourites, -1);
        for (int i = 0; i < FAVOURITES; i++) {
            favourites[i] = another();
        }
        double centre = random.nextBoolean() ? 8.5 * 3600 : 20 * 3600;
        busiest = centre + random.nextGaussian() * 3600;
        nextTime = sessionAfter(0);
    }

    String name() {
        return name;
    }

    /** When this person uses something next, seconds. */
    double nextTime() {
        return nextTime;
    }

    /** What they use at that time; afterwards {@link #nextTime} is that of the next use. */
    int use() {
        liveThrough((long) nextTime / DAY);
        int item = choose();
        boolean goesOn = random.nextDouble() < 1 - 1 / population.sessionLength();
        nextTime = goesOn ? nextTime + exponential(PAUSE_SECONDS) : sessionAfter(nextTime);
        return item;
    }

    private int choose() {
        if (random.nextDouble() < population.habit()) {
            int half = FAVOURITES / 2;
            int offset = nextTime % DAY < AFTERNOON ? 0 : half;
            step = (step + 1) % half;
            return favourites[offset + step];
        }
        return random.nextDouble() < FAVOURITE_SHARE ? favourites[random.nextInt(FAVOURITES)] : popularity.draw(random);
    }

    /** Something that is no favourite yet, where there is that much to choose from. */
    private int another() {
        int drawn = popularity.draw(random);
        for (int tries = 0; tries < 50 && isFavourite(drawn); tries++) {
            drawn = popularity.draw(random);
        }
        return drawn;
    }

    private boolean isFavourite(int item) {
        return Arrays.stream(favourites).anyMatch(f -> f == item);
    }

    private void liveThrough(long today) {
        for (; day < today; day++) {
            if (random.nextDouble() < population.driftPerDay()) {
                favourites[random.nextInt(FAVOURITES)] = another();
            }
        }
    }

    /** Thinning: proposes starts at the peak rate and takes each with the activity of its time of day. */
    private double sessionAfter(double time) {
        step = 0;
        double proposed = time;
        do {
            proposed += exponential(DAY / population.sessionsPerDay() * MEAN_ACTIVITY);
        } while (random.nextDouble() >= activity(proposed));
        return proposed;
    }

    /** 1 at the person's busiest time of day, 0.02 at the opposite one. */
    private double activity(double time) {
        return Math.exp(CONCENTRATION * (Math.cos(2 * Math.PI * (time - busiest) / DAY) - 1));
    }

    private double exponential(double mean) {
        return -mean * Math.log(1 - random.nextDouble());
    }
}
