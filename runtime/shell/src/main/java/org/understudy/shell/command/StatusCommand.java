package org.understudy.shell.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.management.ManagementFactory;
import java.lang.management.RuntimeMXBean;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.understudy.swap.ResourceStatus;
import org.understudy.swap.SwapManager;

/** Tells how the runtime is. It answers without a swap-manager too. */
final class StatusCommand implements Command {
    private final Supplier<SwapManager> manager;
    private final Installation installation;

    StatusCommand(Supplier<SwapManager> manager, Installation installation) {
        this.manager = manager;
        this.installation = installation;
    }

    @Override
    public Usage usage() {
        return Usage.of("status", "tells process, uptime, address, and how many resources are active")
                .with(Usage.JSON);
    }

    @Override
    public void run(Arguments arguments, Output output) {
        RuntimeMXBean process = ManagementFactory.getRuntimeMXBean();
        String home = installation.home().map(Path::toString).orElse("-");
        String url = installation.httpUrl().orElse(null);
        String trouble = "";
        List<ResourceStatus> resources = List.of();
        try {
            resources = manager.get().resources();
        } catch (CommandFailedException absent) {
            trouble = absent.getMessage();
        }
        long active = resources.stream()
                .filter(status -> status.state() == ResourceStatus.State.ACTIVE)
                .count();
        if (arguments.json()) {
            ObjectNode node = Json.object()
                    .put("pid", process.getPid())
                    .put("http.url", url)
                    .put("uptimeMillis", process.getUptime())
                    .put("home", home)
                    .put("java", Runtime.version().toString())
                    .put("resources", resources.size())
                    .put("resourcesActive", active)
                    .put("note", trouble);
            output.json(node);
            return;
        }
        Table table = new Table("UNDERSTUDY", "running")
                .row("pid", process.getPid())
                .row("uptime", uptime(process.getUptime()))
                .row("address", url == null ? "-" : url)
                .row("home", home)
                .row("java", Runtime.version())
                .row("resources", active + " of " + resources.size() + " active");
        if (!trouble.isEmpty()) {
            table.row("note", new Table.Cell(trouble, Tone.BAD));
        }
        output.table(table);
    }

    static String uptime(long millis) {
        Duration up = Duration.ofMillis(millis);
        String days = up.toDays() > 0 ? up.toDays() + " d " : "";
        return days + String.format("%02d:%02d:%02d", up.toHoursPart(), up.toMinutesPart(), up.toSecondsPart());
    }
}
