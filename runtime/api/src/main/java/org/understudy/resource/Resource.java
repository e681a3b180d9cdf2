package org.understudy.resource;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.osgi.annotation.bundle.Attribute;
import org.osgi.annotation.bundle.Capability;

/**
 * Declares the bundle that contains the annotated type or package to be one version of a resource.
 *
 * <p>bnd writes it into the manifest as a capability in the namespace {@value #NAMESPACE}; all versions of a
 * resource carry the same name and the same Bundle-SymbolicName. One declaration a bundle.
 */
@Capability(namespace = Resource.NAMESPACE)
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.TYPE, ElementType.PACKAGE})
public @interface Resource {
    /** The capability namespace of a resource declaration. */
    String NAMESPACE = "org.understudy.resource";

    /** The resource's name, the same in all its versions: lower-case letters, digits and {@code -}. */
    @Attribute(NAMESPACE)
    String name();

    /** How much hangs on the resource. */
    @Attribute("criticality")
    Criticality criticality();

    /** The expected disturbance of one swap, in milliseconds; not negative. */
    @Attribute("swapCostMillis")
    long swapCostMillis() default 10;

    /**
     * The interfaces through which the resource is used. A later version must offer each of them. Left empty, the
     * contract is every interface under which the running version registers a service.
     */
    @Attribute("contract")
    Class<?>[] contract() default {};

    /**
     * What the resource holds that exists only once, in words for people, for example {@code "port 8099"}, an MBean or
     * a static that is set once. If anything is named here, its versions are never started side by side: a swap stops
     * the old one before it starts the new one, and calls are held meanwhile.
     */
    @Attribute("exclusive")
    String[] exclusive() default {};

    /**
     * How long a call may typically take without anybody minding, in microseconds; not negative. While the typical call
     * is within it, a version is not taken back for being slower than the one before. At 0, being slower is what counts.
     */
    @Attribute("latencyTargetMicros")
    long latencyTargetMicros() default 0;

    /**
     * What its versions are judged by beside errors and latencies. The version that declares a metric registers a
     * {@link Metrics} service with its values.
     */
    @Attribute("metrics")
    Metric[] metrics() default {};
}
