package org.understudy.bench.kill.inside;

import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.understudy.swap.SwapManager;

/**
 * Says how everything stands as soon as it is started, then writes into the guestbook and exchanges versions without a
 * pause, until the process is killed. Everything goes to standard output, one line each; what is acknowledged there has
 * returned before.
 */
public final class Actor implements BundleActivator {
    private static final int FAILED = 3;

    @Override
    public void start(BundleContext context) {
        Thread thread = new Thread(() -> act(context), "actor");
        thread.setDaemon(true);
        thread.start();
    }

    private static void act(BundleContext context) {
        try {
            long run = Long.parseLong(context.getProperty("understudy.kill.run"));
            Services services = new Services(context);
            Survey survey = new Survey(services);
            survey.guestbook(run);
            say("stands " + survey.standing());
            say("ready");
            Writer writer = new Writer(services, run);
            Thread writing = new Thread(writer, "writer");
            writing.setDaemon(true);
            writing.start();
            Operations operations =
                    new Operations(services.get(SwapManager.class), survey, writer, context.getBundle(0));
            String scene = context.getProperty("understudy.kill.scene");
            if (scene.equals("random")) {
                new Improvisation(operations, Long.parseLong(context.getProperty("understudy.kill.seed"))).play();
            } else {
                new Scene(operations, scene).play();
            }
        } catch (Exception e) {
            say("trouble the actor failed: " + e);
            e.printStackTrace();
            Runtime.getRuntime().halt(FAILED);
        }
    }

    /** One line to whoever watches from outside; it is there when this returns. */
    static void say(String line) {
        System.out.println(line.replace('\n', ' '));
        System.out.flush();
    }

    @Override
    public void stop(BundleContext context) {
        // its threads end with the process
    }
}
