package org.understudy.resource;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * What a version registers whose state has to get into the next one, and back: what it keeps in memory, or in files that
 * another version cannot read. One service a version, a singleton, with the formats that it knows as service properties:
 *
 * <pre>{@code
 * @Component(property = {
 *     StateTransfer.WRITES + "=guestbook/1", StateTransfer.WRITES + "=guestbook/2",
 *     StateTransfer.READS + "=guestbook/1", StateTransfer.READS + "=guestbook/2"})
 * public class Store implements Guestbook, StateTransfer { … }
 * }</pre>
 *
 * <p>Of the formats that the old version writes and the new one reads, the one with the highest version is used; where
 * there is none, the swap is refused. Only the swap-manager sees the service; consumers have no handle to it.
 *
 * <p><b>When it is called.</b> The new version is started and checked. Then calls are held, those inside the old version
 * leave, its {@linkplain OnStage work in the background} ends; the old version exports, the new one imports, and held
 * calls go on in the new one. So nothing that the old version acknowledged is missing, as long as it only writes in
 * calls and in the background on stage. Callers wait meanwhile: the time of an export and an import is a pause for them,
 * and together with the leaving of the calls it may take at most nine tenths of the hold deadline.
 *
 * <p><b>What may fail.</b> If either throws or takes too long, the swap is refused and the old version goes on as if
 * nothing had been asked of it: an export changes nothing. A version whose import failed is stopped.
 *
 * <p><b>Files.</b> Both versions see the same {@link DataFolder} while this goes on. The importer must not touch what
 * the exporter would go on with, and what it writes must not be taken for the truth before its first call: until then
 * the swap may be refused, or the process killed. After that, a process that is killed before the swap is confirmed
 * starts with the version before: whatever was acknowledged meanwhile should be on disk in a format that it reads, which
 * the agreed format is.
 */
@ConsumerType
public interface StateTransfer {
    /** The service property with the formats that can be exported: one or several texts like {@code guestbook/2}. */
    String WRITES = "understudy.state.writes";

    /** The service property with the formats that can be imported. */
    String READS = "understudy.state.reads";

    /**
     * Writes the whole state. Nothing changes it meanwhile; nothing of it may change by this.
     *
     * @param format one of {@link #WRITES}
     * @param out where to; it need not be closed, and what is written is not kept in memory
     * @throws IOException if it cannot be written; the version goes on
     */
    void exportTo(StateFormat format, OutputStream out) throws IOException;

    /**
     * Takes this state in place of whatever it has. Called before its first call from outside, or off stage.
     *
     * @param format one of {@link #READS}
     * @param in the whole state, as one {@link #exportTo} has written it; it need not be closed
     * @throws IOException if it is not what the format says, or cannot be kept; this version does not come on stage then
     */
    void importFrom(StateFormat format, InputStream in) throws IOException;
}
