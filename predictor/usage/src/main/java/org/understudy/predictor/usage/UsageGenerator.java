package org.understudy.predictor.usage;

import java.util.Comparator;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Random;

/**
 * Makes up usage that has what real usage has, without end. The same seed and population give the same events on every
 * JVM. Time starts at 0, a midnight, and counts seconds. For one thread.
 *
 * <ul>
 *   <li><b>Sessions</b>: a person comes, uses a few items in a row some seconds apart, and goes. Starts are a Poisson
 *       process, lengths are geometric, pauses exponential.
 *   <li><b>Time of day</b>: each person has an hour at which they are most active, most of them in the morning or in
 *       the evening; at the opposite hour they hardly come.
 *   <li><b>Habits</b>: each person has favourites, walked through in an order of their own, one half before and the
 *       other half after two in the afternoon. What is no routine is a favourite at random or something popular, and
 *       popularity follows Zipf's law.
 *   <li><b>Drift</b>: people replace favourites from day to day, and popularity itself moves.
 * </ul>
 */
public final class UsageGenerator implements UsageStream {
    private final Population population;
    private final Popularity popularity;
    private final PriorityQueue<Person> byTime =
            new PriorityQueue<>(Comparator.comparingDouble(Person::nextTime).thenComparing(Person::name));
    private long day;

    /** Starts the life of this population; the seed decides everything that happens in it. */
    public UsageGenerator(long seed, Population population) {
        this.population = population;
        Random random = new Random(seed);
        popularity = new Popularity(population.items().size(), new Random(random.nextLong()));
        for (int i = 0; i < population.users(); i++) {
            byTime.add(new Person("u" + (i + 1), new Random(random.nextLong()), population, popularity));
        }
    }

    /** {@inheritDoc} Never empty. */
    @Override
    public Optional<UsageEvent> next() {
        Person person = byTime.remove();
        long time = (long) person.nextTime();
        for (; day < time / Person.DAY; day++) {
            popularity.drift(population.driftPerDay());
        }
        int item = person.use();
        byTime.add(person);
        return Optional.of(
                new UsageEvent(time, person.name(), population.items().get(item)));
    }
}
