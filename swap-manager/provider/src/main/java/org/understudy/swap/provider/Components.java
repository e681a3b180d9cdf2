package org.understudy.swap.provider;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;
import org.osgi.service.component.runtime.dto.UnsatisfiedReferenceDTO;
import org.osgi.service.condition.Condition;
import org.osgi.util.tracker.ServiceTracker;
import org.understudy.resource.OnStage;
import org.understudy.swap.engine.ServiceShape;

/** What the Service Component Runtime says of the components of a bundle (compendium, chapter 112.10). */
final class Components implements AutoCloseable {
    private static final String CAUSED_BY = "Caused by: ";
    private static final String CONDITION = Condition.class.getName();

    private final ServiceTracker<ServiceComponentRuntime, ServiceComponentRuntime> runtime;

    Components(BundleContext context) {
        this.runtime = new ServiceTracker<>(context, ServiceComponentRuntime.class, null);
        this.runtime.open();
    }

    /**
     * What keeps enabled components of the bundle from working; empty when nothing does. A component that offers
     * nothing and waits for its bundle to be on stage is as it should be.
     */
    List<String> unsatisfied(Bundle bundle) {
        ServiceComponentRuntime scr = runtime.getService();
        List<String> found = new ArrayList<>();
        if (scr == null) {
            if (bundle.getHeaders().get("Service-Component") != null) {
                found.add("it has components, but no Service Component Runtime is active");
            }
            return found;
        }
        Collection<ComponentDescriptionDTO> descriptions = scr.getComponentDescriptionDTOs(bundle);
        if (descriptions.isEmpty() && bundle.getHeaders().get("Service-Component") != null) {
            found.add("its components are not yet known to the Service Component Runtime");
        }
        for (ComponentDescriptionDTO description : descriptions) {
            if (scr.isComponentEnabled(description)) {
                explain(scr, description, found);
            }
        }
        return found;
    }

    /**
     * The components that offer a service, but only once their bundle is on stage, with the way out: as a standby they
     * offer nothing, so they never come there.
     */
    List<String> offeredOnStageOnly(Bundle bundle) {
        ServiceComponentRuntime scr = runtime.getService();
        if (scr == null) {
            return List.of();
        }
        return scr.getComponentDescriptionDTOs(bundle).stream()
                .filter(scr::isComponentEnabled)
                .filter(Components::offers)
                .filter(description ->
                        scr.getComponentConfigurationDTOs(description).stream().anyMatch(Components::waitsForStage))
                .map(description -> "component " + description.name + " offers "
                        + String.join(", ", description.serviceInterfaces)
                        + " only while its version is on stage, and so never comes there: let it take the Condition "
                        + OnStage.TARGET + " as an optional, dynamic reference")
                .toList();
    }

    private static boolean offers(ComponentDescriptionDTO description) {
        return description.serviceInterfaces != null && description.serviceInterfaces.length > 0;
    }

    private static boolean waitsForStage(ComponentConfigurationDTO configuration) {
        return configuration.state == ComponentConfigurationDTO.UNSATISFIED_REFERENCE
                && Arrays.stream(configuration.unsatisfiedReferences)
                        .anyMatch(reference -> isStage(configuration, reference));
    }

    /** Whether it is all that is missing. */
    private static boolean waitsForStageOnly(ComponentConfigurationDTO configuration) {
        return Arrays.stream(configuration.unsatisfiedReferences)
                .allMatch(reference -> isStage(configuration, reference));
    }

    private static boolean isStage(ComponentConfigurationDTO configuration, UnsatisfiedReferenceDTO reference) {
        return type(configuration, reference).equals(CONDITION) && StageConditions.selectedBy(reference.target);
    }

    private static void explain(ServiceComponentRuntime scr, ComponentDescriptionDTO description, List<String> found) {
        Collection<ComponentConfigurationDTO> configurations = scr.getComponentConfigurationDTOs(description);
        if (configurations.isEmpty()) {
            if ("require".equals(description.configurationPolicy)) {
                found.add("component " + description.name + " requires a configuration for "
                        + String.join(", ", description.configurationPid) + ", which does not exist");
            }
            return;
        }
        for (ComponentConfigurationDTO configuration : configurations) {
            switch (configuration.state) {
                case ComponentConfigurationDTO.UNSATISFIED_CONFIGURATION ->
                    found.add("component " + description.name
                            + " requires a configuration for " + String.join(", ", description.configurationPid)
                            + ", which does not exist");
                case ComponentConfigurationDTO.UNSATISFIED_REFERENCE -> {
                    if (offers(description) || !waitsForStageOnly(configuration)) {
                        found.add("component " + description.name + " is not satisfied: " + references(configuration));
                    }
                }
                case ComponentConfigurationDTO.FAILED_ACTIVATION ->
                    found.add(
                            "component " + description.name + " failed to activate: " + thrown(configuration.failure));
                default -> {
                    // satisfied or active
                }
            }
        }
    }

    private static String references(ComponentConfigurationDTO configuration) {
        List<String> missing = new ArrayList<>();
        for (UnsatisfiedReferenceDTO reference : configuration.unsatisfiedReferences) {
            missing.add("reference " + reference.name + " to " + type(configuration, reference)
                    + (reference.target == null ? "" : " " + reference.target) + " has no service");
        }
        return String.join(", ", missing);
    }

    private static String type(ComponentConfigurationDTO configuration, UnsatisfiedReferenceDTO reference) {
        return Arrays.stream(configuration.description.references)
                .filter(declared -> declared.name.equals(reference.name))
                .map(declared -> declared.interfaceName)
                .findFirst()
                .orElse("");
    }

    /** What the component threw: SCR gives the whole stack trace, and its head only says that a method was called. */
    private static String thrown(String trace) {
        return trace == null
                ? "no reason given"
                : trace.lines()
                        .filter(line -> line.startsWith(CAUSED_BY))
                        .findFirst()
                        .map(line -> line.substring(CAUSED_BY.length()))
                        .or(() -> trace.lines().findFirst())
                        .orElse("no reason given");
    }

    /** The scope that a service's component declares; SCR registers even its singletons through a factory. */
    Optional<ServiceShape.Scope> scope(ServiceReference<?> reference) {
        Object name = reference.getProperty("component.name");
        ServiceComponentRuntime scr = runtime.getService();
        if (name == null || scr == null) {
            return Optional.empty();
        }
        ComponentDescriptionDTO description = scr.getComponentDescriptionDTO(reference.getBundle(), name.toString());
        return description == null || description.scope == null
                ? Optional.empty()
                : Optional.of(ServiceShape.Scope.valueOf(description.scope.toUpperCase(Locale.ROOT)));
    }

    /** The PIDs that the components of a bundle are configured by. */
    List<String> pids(Bundle bundle) {
        ServiceComponentRuntime scr = runtime.getService();
        return scr == null
                ? List.of()
                : scr.getComponentDescriptionDTOs(bundle).stream()
                        .flatMap(description -> Arrays.stream(description.configurationPid))
                        .distinct()
                        .toList();
    }

    @Override
    public void close() {
        runtime.close();
    }
}
