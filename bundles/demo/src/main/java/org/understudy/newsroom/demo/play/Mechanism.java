package org.understudy.newsroom.demo.play;

import java.util.List;
import java.util.Set;
import org.osgi.framework.BundleException;
import org.understudy.newsroom.demo.check.Fault;
import org.understudy.newsroom.demo.check.Leaks;
import org.understudy.newsroom.demo.check.Lineup;
import org.understudy.newsroom.demo.check.Part;

/** A way to exchange versions: ours, or the one that plain OSGi has. Used by one thread. */
public interface Mechanism extends AutoCloseable {
    /** Its name, as on the command line. */
    String label();

    /**
     * Has the first version of each part on stage.
     *
     * @throws BundleException if one does not come up
     */
    void open() throws BundleException;

    /** The version on stage. */
    String active(Part part);

    /** Whether it can be asked to bring this fault on stage at all. */
    boolean survives(Fault fault);

    /** Brings a version on stage, or several at one instant; returns when it is there, and the old one has been left by its callers. */
    Turn swap(Lineup to);

    /** Brings the version that is on stage of these parts there once more, as if it were another. */
    Turn again(List<Part> parts);

    /** Whether what it brings on stage is provisional at first, and judged. */
    boolean judges();

    /** Has it decided whether what is on stage of these parts stays, so that they can be swapped: by the judge or by hand. */
    void settle(List<Part> parts) throws InterruptedException;

    /** Brings these on stage in the place of what is provisional there, which is taken back for it. */
    Turn supersede(Lineup to);

    /** Whether it is not decided yet that what is on stage of these parts stays, and will be without anybody's doing. */
    boolean undecided(List<Part> parts);

    /** Brings back what was on stage before the last swap of these parts, by hand. */
    Turn rollBack(List<Part> parts);

    /** Looks for versions that were not collected, apart from these which leak on purpose and were started. */
    Leaks leaks(Set<Fault> started);

    /** Leaves the framework as it was found. */
    @Override
    void close();
}
