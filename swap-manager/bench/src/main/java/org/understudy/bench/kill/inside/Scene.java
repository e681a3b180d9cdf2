package org.understudy.bench.kill.inside;

import java.util.List;
import java.util.function.BooleanSupplier;

/** One operation, with what has to be there before it; the steps of the operation itself count. */
final class Scene {
    private static final String ONE = "theme";
    private static final List<String> ALONE = List.of(ONE);
    private static final List<String> GROUP = List.of("store", ONE);

    private final Operations operations;
    private final String name;

    Scene(Operations operations, String name) {
        this.operations = operations;
        this.name = name;
    }

    /** Says {@code done} if the process gets through it. */
    void play() {
        switch (name) {
            case "swap" -> counted(() -> operations.swap(ALONE));
            case "groupSwap" -> counted(() -> operations.swap(GROUP));
            case "stage" -> counted(() -> operations.stage(ONE));
            case "supersede" -> {
                must(operations.swap(ALONE));
                counted(() -> operations.supersede(ONE));
            }
            case "rollback" -> {
                must(operations.swap(ALONE));
                counted(() -> operations.rollback(ONE));
            }
            case "groupRollback" -> {
                must(operations.swap(GROUP));
                must(operations.commit(ONE));
                counted(() -> operations.rollback(ONE));
            }
            case "commit" -> {
                must(operations.swap(GROUP));
                counted(() -> operations.commit(ONE));
            }
            case "provisional" -> {
                must(operations.swap(GROUP));
                Actor.say("done");
            }
            case "stop" -> {
                must(operations.swap(GROUP));
                counted(() -> {
                    operations.stop();
                    return true;
                });
            }
            case "boot" -> Actor.say("done");
            default -> throw new IllegalArgumentException("there is no scene " + name);
        }
    }

    private static void must(boolean done) {
        if (!done) {
            throw new IllegalStateException("the scene cannot go on");
        }
    }

    private static void counted(BooleanSupplier operation) {
        System.setProperty("understudy.fault.armed", "true");
        must(operation.getAsBoolean());
        System.clearProperty("understudy.fault.armed");
        Actor.say("done");
    }
}
