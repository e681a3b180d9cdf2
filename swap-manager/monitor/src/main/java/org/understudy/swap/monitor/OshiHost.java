package org.understudy.swap.monitor;

import java.nio.file.Path;
import java.util.List;
import org.understudy.monitor.HostSample;
import oshi.SystemInfo;
import oshi.hardware.HWDiskStore;
import oshi.hardware.NetworkIF;

/** The host as OSHI tells, on whatever system. Making one takes the better part of a second. */
final class OshiHost implements HostSignals {
    private final List<HWDiskStore> disks;
    private final List<NetworkIF> nets;
    private final Path home;

    OshiHost(Path home) {
        SystemInfo system = new SystemInfo();
        this.disks = system.getHardware().getDiskStores();
        this.nets = system.getHardware().getNetworkIFs(); // without the loopback
        this.home = home;
    }

    @Override
    public HostSample sample() {
        disks.forEach(HWDiskStore::updateAttributes);
        nets.forEach(NetworkIF::updateAttributes);
        return new HostSample(
                ProcHost.free(home),
                disks.stream().mapToLong(HWDiskStore::getReadBytes).sum(),
                disks.stream().mapToLong(HWDiskStore::getWriteBytes).sum(),
                nets.stream().mapToLong(NetworkIF::getBytesRecv).sum(),
                nets.stream().mapToLong(NetworkIF::getBytesSent).sum(),
                "oshi");
    }
}
