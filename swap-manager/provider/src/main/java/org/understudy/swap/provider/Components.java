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
import org.osgi.util.tracker.ServiceTracker;
import org.understudy.swap.engine.ServiceShape;

/** What the Service Component Runtime says of the components of a bundle (compendium, chapter 112.10). */
final class Components implements AutoCloseable {
    private final ServiceTracker<ServiceComponentRuntime, ServiceComponentRuntime> runtime;

    Components(BundleContext context) {
        this.runtime = new ServiceTracker<>(context, ServiceComponentRuntime.class, null);
        this.runtime.open();
    }

    /** What keeps enabled components of the bundle from working; empty when nothing does. */
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
                case ComponentConfigurationDTO.UNSATISFIED_REFERENCE ->
                    found.add("component " + description.name + " is not satisfied: " + references(configuration));
                case ComponentConfigurationDTO.FAILED_ACTIVATION ->
                    found.add("component " + description.name + " failed to activate: "
                            + firstLine(configuration.failure));
                default -> {
                    // satisfied or active
                }
            }
        }
    }

    private static String references(ComponentConfigurationDTO configuration) {
        List<String> missing = new ArrayList<>();
        for (UnsatisfiedReferenceDTO reference : configuration.unsatisfiedReferences) {
            String type = Arrays.stream(configuration.description.references)
                    .filter(declared -> declared.name.equals(reference.name))
                    .map(declared -> declared.interfaceName)
                    .findFirst()
                    .orElse("");
            missing.add("reference " + reference.name + " to " + type
                    + (reference.target == null ? "" : " " + reference.target) + " has no service");
        }
        return String.join(", ", missing);
    }

    private static String firstLine(String failure) {
        return failure == null ? "no reason given" : failure.lines().findFirst().orElse("");
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
