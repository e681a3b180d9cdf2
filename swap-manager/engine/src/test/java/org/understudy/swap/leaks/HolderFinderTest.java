package org.understudy.swap.leaks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.sql.Driver;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.logging.Handler;
import java.util.logging.Logger;
import javax.management.ObjectName;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.understudy.swap.Holder;

/** Each place in which a version can leave something behind that keeps it loaded. */
class HolderFinderTest {
    private final Loader loader = new Loader();
    private final Object litter = loader.litter();
    private boolean shared;
    private final HolderFinder finder =
            HolderFinder.together(List.of(new ThreadFinder((other, name) -> shared), HolderFinder.ofVirtualMachine()));

    /** Has classes of its own of what is thrown away in this test. */
    private static final class Loader extends ClassLoader {
        Loader() {
            super(HolderFinderTest.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (!name.startsWith(Litter.class.getName())) {
                return super.loadClass(name, resolve);
            }
            synchronized (getClassLoadingLock(name)) {
                Class<?> known = findLoadedClass(name);
                return known != null ? known : define(name);
            }
        }

        private Class<?> define(String name) {
            try (InputStream in = getParent().getResourceAsStream(name.replace('.', '/') + ".class")) {
                byte[] bytes = in.readAllBytes();
                return defineClass(name, bytes, 0, bytes.length);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        Object litter() {
            try {
                return loadClass(Litter.class.getName()).getConstructor().newInstance();
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private void assertFound(Holder.Kind kind, String named) {
        List<Holder> found = finder.find(loader);
        assertEquals(List.of(kind), found.stream().map(Holder::kind).toList(), found.toString());
        assertTrue(found.get(0).what().contains(named), found.toString());
    }

    private void assertNothing() {
        assertEquals(List.of(), finder.find(loader));
    }

    @Test
    void whatLeavesNothingBehindIsHeldByNobody() {
        assertNothing();
    }

    @Test
    void aThreadThatWasMadeWithItsCode() throws InterruptedException {
        Thread thread = new Thread((Runnable) litter, "careless poller");
        shared = true;
        thread.start();

        assertFound(Holder.Kind.THREAD, "careless poller");

        thread.interrupt();
        thread.join();
        assertNothing();
    }

    /** Of another version's thread the names on the stack are the same. */
    @Test
    void aThreadThatRunsItsCodeIfNoOtherVersionHasClassesOfTheseNames() throws InterruptedException {
        Thread thread = new Thread(() -> ((Runnable) litter).run(), "somebody's pool");
        thread.start();
        Awaitility.await().until(() -> !finder.find(loader).isEmpty());

        assertFound(Holder.Kind.THREAD, "somebody's pool");
        shared = true;
        assertNothing();

        thread.interrupt();
        thread.join();
        assertNothing();
    }

    @Test
    void aThreadOfSomebodyElseWithItForAContext() throws InterruptedException {
        CountDownLatch end = new CountDownLatch(1);
        Thread thread = new Thread(() -> await(end), "somebody's pool");
        thread.setContextClassLoader(loader);
        thread.start();

        assertFound(Holder.Kind.THREAD, "somebody's pool, by its context class loader");

        end.countDown();
        thread.join();
        assertNothing();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void aValueOfAThreadLocal() {
        ThreadLocal<Object> local = new ThreadLocal<>();
        local.set(litter);

        assertFound(Holder.Kind.THREAD_LOCAL, Thread.currentThread().getName());

        local.remove();
        assertNothing();
    }

    @Test
    void aCollectionInAThreadLocal() {
        ThreadLocal<Object> local = new ThreadLocal<>();
        local.set(new ArrayList<>(List.of("harmless", litter)));

        assertFound(Holder.Kind.THREAD_LOCAL, "java.util.ArrayList");

        local.remove();
    }

    @Test
    void anMBean() throws Exception {
        ObjectName name = new ObjectName("understudy.test:type=Litter");
        ManagementFactory.getPlatformMBeanServer().registerMBean(litter, name);

        assertFound(Holder.Kind.MBEAN, name.toString());

        ManagementFactory.getPlatformMBeanServer().unregisterMBean(name);
        assertNothing();
    }

    /** It can only be taken away by whoever sees its class: so the loader of this test does not have to go. */
    @Test
    void aJdbcDriver() throws Exception {
        DriverManager.registerDriver((Driver) litter);

        assertFound(Holder.Kind.JDBC_DRIVER, Litter.class.getName());
    }

    @Test
    void aShutdownHook() {
        Thread hook = new Thread((Runnable) litter, "last words");
        Runtime.getRuntime().addShutdownHook(hook);

        try {
            assertFound(Holder.Kind.SHUTDOWN_HOOK, "last words");
        } finally {
            Runtime.getRuntime().removeShutdownHook(hook); // it would never end
        }

        assertNothing();
    }

    @Test
    void aHandlerOfALogger() {
        Logger logger = Logger.getLogger("careless");
        logger.addHandler((Handler) litter);

        assertFound(Holder.Kind.LOGGER, "careless");

        logger.removeHandler((Handler) litter);
        assertNothing();
    }

    @Test
    void whatJavaWasNotToldToOpenReadsAsEmpty() {
        assertEquals(Optional.empty(), Insides.read(ArrayList.class, "size", new ArrayList<>()));
        assertEquals(Optional.empty(), Insides.read(Thread.class, "no such field", Thread.currentThread()));
    }
}
