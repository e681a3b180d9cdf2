package org.understudy.swap.engine;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.understudy.dispatch.Pointer;
import org.understudy.swap.Holder;
import org.understudy.swap.SlotState;

/**
 * The framework as the engine sees it: a host of slots, fronts and markers.
 *
 * <p>The engine calls it for one resource from one thread at a time. Every method that can fail leaves the slot in a
 * state from which {@link #write} works again, unless it throws {@link HungException}.
 */
public interface Host {
    /** The digest of what lies in a slot, if it is still what {@link #write} put there. */
    Optional<String> content(SlotId slot);

    /** Every bundle at a location of the swap-manager's, whoever put it there. */
    List<Tenant> tenants();

    /**
     * Uninstalls the bundle at a location, if there is one.
     *
     * @throws HungException if it does not stop before the deadline
     */
    void evict(String location, Duration deadline) throws Refusal;

    /**
     * Files in which the framework may have kept what was written into a slot. That they hold it has to be found out
     * from their content; where the framework does not tell, there are none.
     */
    List<Path> copies(SlotId slot);

    /** The ranking of each marker, as anybody sees it. */
    Map<SlotId, Integer> ranks();

    /** The id of the slot's bundle; -1 where there is none. */
    long bundleId(SlotId slot);

    /** The services that an artifact declares, as far as its file tells; more may be registered, and otherwise. */
    List<ServiceShape> declared(Artifact artifact) throws Refusal;

    /**
     * The formats in which the state of a version passes to another, as far as its file tells.
     *
     * @throws Refusal if the file cannot be read, or names one that is malformed
     */
    Optional<StateFormats> declaredState(Artifact artifact) throws Refusal;

    /** Puts the artifact into the slot, in place of what is there. The slot must be stopped. */
    void write(SlotId slot, Artifact artifact) throws Refusal;

    /** Resolves what is in the slot against what is active now. */
    void resolve(SlotId slot, Artifact artifact) throws Refusal;

    /**
     * Starts the slot, hidden and off stage, and returns what it offers once its components are satisfied.
     *
     * @param deadline how long the start may take, and then getting its services
     * @param patience how long its components may take to be satisfied; at most the deadline counts
     * @throws HungException if the start is still running at the deadline
     */
    Offer start(SlotId slot, Artifact artifact, Duration deadline, Duration patience) throws Refusal;

    /** What a running slot offers now; waits for its components like {@link #start}. */
    Offer collect(SlotId slot, Artifact artifact, Duration deadline, Duration patience) throws Refusal;

    /** What a running slot offers at this moment, whatever its components still wait for. */
    Offer present(SlotId slot, Artifact artifact, Duration deadline) throws Refusal;

    /** Whether the slot is started. */
    boolean running(SlotId slot);

    /** Whether the slot runs and every service of the offer is still registered. */
    boolean offers(SlotId slot, Offer offer);

    /** The class loader of what is in the slot; empty where it is not resolved. */
    Optional<ClassLoader> loader(SlotId slot);

    /**
     * Stops the slot; does nothing where it is not running.
     *
     * @throws HungException if the stop is still running at the deadline
     */
    void stop(SlotId slot, Offer offer, Duration deadline) throws Refusal;

    /** Lets go of the class loader of a stopped slot; what is in it stays installed. */
    void unload(SlotId slot) throws Refusal;

    /** Gives the slot's bundle up for this run: the next {@link #write} uses a new one. */
    void abandon(SlotId slot);

    /**
     * Says, before the slot is started, whether consumers then see those of its services that no handle can stand
     * before, as they are. They do not until this is said, and after every {@link #write}.
     *
     * @throws Refusal if the slot is empty
     */
    void show(SlotId slot, boolean raw) throws Refusal;

    /** Tells the slot's bundle that it is the version that answers, at most until the deadline; see {@code OnStage}. */
    void enterStage(SlotId slot, Duration deadline) throws Refusal;

    /** Tells the slot's bundle that it is not, and waits until it has taken notice, at most until the deadline. */
    void leaveStage(SlotId slot, Duration deadline) throws Refusal;

    /**
     * Does work that runs code of a version, on a thread that can be left behind.
     *
     * @param what what it is, for messages
     * @param consequence what becomes of the version where it hangs, for messages
     * @throws HungException if it is still running at the deadline
     * @throws Refusal with the reason, if it fails
     */
    <T> T within(String what, Duration deadline, String consequence, Callable<T> work) throws Refusal;

    /** How many files the slot's bundle keeps in its own data area, which the next version will not find. */
    int ownFiles(SlotId slot);

    /**
     * The services that are objects of this class loader, or carry one in their properties, where another bundle registered
     * them. None is made for that.
     */
    List<Holder> servicesOf(ClassLoader loader);

    /** What messages call the bundle that a class belongs to. */
    String bundleOf(Class<?> type);

    /** How many slots may be prepared and started at once, each on a thread of its own; 1: on the caller's only. */
    int hands();

    /** Shows or updates the marker of a slot; its ranking stays as it is. */
    void mark(SlotId slot, String version, SlotState state);

    /** Makes the marker of a slot that of the active one: its new state and ranking, in one write. */
    void raise(SlotId slot, String version, int rank);

    /** Takes the marker of a slot away. */
    void unmark(SlotId slot);

    /**
     * The front of a resource.
     *
     * @param pointer what its handles follow
     * @param escapes where it tells what gets out of the resource other than as a result
     */
    Front front(String resource, Pointer pointer, EscapeReport escapes);
}
