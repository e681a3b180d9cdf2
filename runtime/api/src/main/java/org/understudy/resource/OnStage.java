package org.understudy.resource;

/**
 * How a resource learns whether it is the version that answers. While it is, and only then, its bundle sees an OSGi
 * {@code Condition} service (core specification, chapter 156) with the id {@value #CONDITION}; every version in the
 * other slot, started or not, does not see it.
 *
 * <p>A component that works in the background and offers no service names it as its satisfying condition:
 *
 * <pre>{@code
 * @Component(service = {})
 * @SatisfyingConditionTarget(OnStage.TARGET)
 * public class Poller { … }
 * }</pre>
 *
 * One that offers a service takes it as an optional, dynamic reference to {@code Condition} with that target: it has to
 * be satisfied before it comes on stage.
 */
public final class OnStage {
    /** The value of {@code osgi.condition.id}. */
    public static final String CONDITION = "understudy.active";

    /** The target that selects it. */
    public static final String TARGET = "(osgi.condition.id=" + CONDITION + ")";

    private OnStage() {}
}
