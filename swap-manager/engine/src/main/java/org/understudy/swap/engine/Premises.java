package org.understudy.swap.engine;

import java.nio.file.Path;
import java.util.function.LongSupplier;
import org.understudy.swap.journal.Disk;

/**
 * The home as a place on a disk.
 *
 * @param disk how it is written to
 * @param home its folder
 * @param free how many bytes more the disk takes; negative where that is not known
 */
public record Premises(Disk disk, Path home, LongSupplier free) {}
