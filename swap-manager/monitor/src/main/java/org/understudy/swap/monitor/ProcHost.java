package org.understudy.swap.monitor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.understudy.monitor.HostSample;

/** The host as Linux tells in {@code /proc}. What cannot be read is not known. */
final class ProcHost implements HostSignals {
    private static final long SECTOR = 512; // in /proc/diskstats, whatever the disk has
    private static final Pattern WHOLE_DISK = Pattern.compile("(sd[a-z]+|vd[a-z]+|xvd[a-z]+|nvme\\d+n\\d+|mmcblk\\d+)");

    private final Path proc;
    private final Path home;

    /**
     * Creates it.
     *
     * @param proc as a rule {@code /proc}
     * @param home a folder on the disk whose free space is of interest
     */
    ProcHost(Path proc, Path home) {
        this.proc = proc;
        this.home = home;
    }

    @Override
    public HostSample sample() {
        List<String> disks = lines("diskstats").stream()
                .filter(line -> WHOLE_DISK.matcher(column(line, 2)).matches())
                .toList();
        List<String> nets = lines("net/dev").stream()
                .filter(line -> line.contains(":"))
                .map(line -> line.replace(':', ' '))
                .filter(line -> !column(line, 0).equals("lo"))
                .toList();
        return new HostSample(
                free(home), sum(disks, 5, SECTOR), sum(disks, 9, SECTOR), sum(nets, 1, 1), sum(nets, 9, 1), "proc");
    }

    /** Bytes that can still be written to the disk of a folder; -1 where nobody tells. */
    static long free(Path folder) {
        try {
            return Files.getFileStore(folder).getUsableSpace();
        } catch (IOException e) {
            return -1;
        }
    }

    private List<String> lines(String file) {
        try {
            return Files.readAllLines(proc.resolve(file));
        } catch (IOException e) {
            return List.of();
        }
    }

    private static long sum(List<String> lines, int column, long unit) {
        return lines.isEmpty()
                ? -1
                : lines.stream()
                        .mapToLong(line -> Long.parseLong(column(line, column)) * unit)
                        .sum();
    }

    private static String column(String line, int column) {
        String[] columns = line.strip().split("\\s+");
        return column < columns.length ? columns[column] : "0";
    }
}
