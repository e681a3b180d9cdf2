package org.understudy.shell.command;

import java.util.function.Supplier;
import org.understudy.doctor.Doctor;
import org.understudy.monitor.RuntimeMonitor;
import org.understudy.predict.Predictor;
import org.understudy.predict.Privacy;
import org.understudy.swap.SwapManager;

/**
 * What the commands ask, each as it is at the moment. Each throws {@link CommandFailedException} while it is not there.
 *
 * @param manager the swap-manager
 * @param monitor the monitor
 * @param doctor the doctor
 * @param predictor the predictor
 * @param privacy what users and admins can decide about usage
 */
public record Services(
        Supplier<SwapManager> manager,
        Supplier<RuntimeMonitor> monitor,
        Supplier<Doctor> doctor,
        Supplier<Predictor> predictor,
        Supplier<Privacy> privacy) {}
