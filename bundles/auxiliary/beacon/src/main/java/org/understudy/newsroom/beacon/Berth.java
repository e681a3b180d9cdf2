package org.understudy.newsroom.beacon;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.LongFunction;

/** Where the beacon stands: on the port that is configured, else on the one it had before, else on any free one. */
public final class Berth {
    private Berth() {}

    /**
     * Lights the beacon where it belongs, and remembers a port that nobody configured.
     *
     * @param configured the port, or 0
     * @param folder where the port is remembered
     * @param line what visitors are told, see {@link Light#on}
     * @throws IOException if the port cannot be had, or not be remembered
     */
    public static Light light(int configured, Path folder, LongFunction<String> line) throws IOException {
        if (configured != 0) {
            return Light.on(configured, line);
        }
        PortMemory memory = new PortMemory(folder);
        int before = memory.recall();
        Light light = Light.on(before, line);
        try {
            if (before == 0) {
                memory.keep(light.port());
            }
        } catch (IOException e) {
            light.close();
            throw e;
        }
        return light;
    }
}
