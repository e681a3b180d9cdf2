package org.understudy.itest.felix.part;

import java.lang.management.ManagementFactory;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.DriverPropertyInfo;
import java.sql.SQLException;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.logging.ConsoleHandler;
import java.util.logging.Handler;
import java.util.logging.Logger;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;

/** Leaves something behind wherever it can. What takes all of it away lies in the system properties. */
public final class Litterer implements BundleActivator {
    /** The name under which that lies there. */
    public static final String BROOM = "itest.broom";

    /** How all of it is named. */
    public static final String NAME = "itest-litter";

    @Override
    public void start(BundleContext context) throws Exception {
        Litter litter = new Litter(context.getBundle(0).getBundleContext());
        System.getProperties().put(BROOM, litter);
    }

    @Override
    public void stop(BundleContext context) {
        // that is the fault
    }

    /** What is managed of the litter. */
    public interface LitterMBean {
        /** How many pieces there are. */
        int getPieces();
    }

    /** All that it leaves. */
    public static final class Litter implements Runnable, LitterMBean {
        private final CountDownLatch end = new CountDownLatch(1);
        private final ThreadLocal<Object> local = new ThreadLocal<>();
        private final Thread thread = new Thread(this::linger, NAME);
        private final Thread hook = new Thread(this::linger, NAME);
        private final Handler handler = new Handled();
        // the log manager knows it weakly alone: without somebody who holds it, it goes, and the handler with it
        private final Logger logger = Logger.getLogger(NAME);
        private final Driver driver = new NoDriver();
        private final MBeanServer server = ManagementFactory.getPlatformMBeanServer();
        private final ObjectName bean;
        private final ServiceRegistration<?> service;

        Litter(BundleContext other) throws JMException, SQLException {
            bean = new ObjectName("itest:type=" + NAME);
            server.registerMBean(this, bean);
            service = other.registerService(Runnable.class, this, null);
            DriverManager.registerDriver(driver);
            logger.addHandler(handler);
            Runtime.getRuntime().addShutdownHook(hook);
            thread.setDaemon(true);
            thread.start();
        }

        private void linger() {
            local.set(this);
            try {
                end.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        @Override
        public int getPieces() {
            return 1;
        }

        /** Takes all of it away. */
        @Override
        public void run() {
            try {
                server.unregisterMBean(bean);
                service.unregister();
                DriverManager.deregisterDriver(driver);
                logger.removeHandler(handler);
                Runtime.getRuntime().removeShutdownHook(hook);
                end.countDown();
                thread.join();
            } catch (JMException | SQLException | InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** Logs where everybody else does. */
    public static final class Handled extends ConsoleHandler {}

    /** Drives nothing. */
    public static final class NoDriver implements Driver {
        @Override
        public Connection connect(String url, Properties properties) {
            return null;
        }

        @Override
        public boolean acceptsURL(String url) {
            return false;
        }

        @Override
        public DriverPropertyInfo[] getPropertyInfo(String url, Properties properties) {
            return new DriverPropertyInfo[0];
        }

        @Override
        public int getMajorVersion() {
            return 1;
        }

        @Override
        public int getMinorVersion() {
            return 0;
        }

        @Override
        public boolean jdbcCompliant() {
            return false;
        }

        @Override
        public Logger getParentLogger() {
            return Logger.getGlobal();
        }
    }
}
