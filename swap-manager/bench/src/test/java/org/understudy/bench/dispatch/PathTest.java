package org.understudy.bench.dispatch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PathTest {
    static Stream<Path> paths() {
        return Stream.of(
                new Paths.Direct(),
                new Paths.Unmeasured(),
                new Paths.Noting(),
                new Paths.Handle(),
                new Paths.WithoutPins(),
                new Paths.ReflectProxy(),
                new FrameworkPaths.DsField(),
                new FrameworkPaths.Tracker());
    }

    @ParameterizedTest
    @MethodSource("paths")
    void each_path_leads_to_the_version_that_was_shown_last(Path path) throws Exception {
        path.versions = Versions.COUNT;

        path.prepare();
        long answer = path.call(10);
        path.finish();

        assertEquals(10 + Versions.COUNT, answer);
    }
}
