package org.understudy.swap.engine;

import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.understudy.doctor.Ailment;
import org.understudy.doctor.Diagnosis;
import org.understudy.doctor.Doctor;
import org.understudy.doctor.Treatment;

/** Has each area looked at, and treats one after the other: what a later one needs is put right by an earlier one. */
final class HouseDoctor implements Doctor {
    private static final Logger LOG = LoggerFactory.getLogger(HouseDoctor.class);

    private final Ledger ledger;
    private final List<Checkup> checkups;

    HouseDoctor(Ledger ledger, List<Checkup> checkups) {
        this.ledger = ledger;
        this.checkups = List.copyOf(checkups);
    }

    @Override
    public Diagnosis examine() {
        return new Diagnosis(found(), List.of());
    }

    @Override
    public synchronized Diagnosis treat(String by) {
        List<Treatment> treatments = new ArrayList<>();
        for (Checkup checkup : checkups) {
            for (Complaint complaint : complaints(checkup)) {
                complaint.cure().ifPresent(cure -> treatments.add(treated(complaint.ailment(), cure)));
            }
        }
        List<String> done = treatments.stream()
                .filter(Treatment::helped)
                .map(Treatment::what)
                .toList();
        if (!done.isEmpty()) {
            ledger.tellIfPossible(new Fact.Treated(by, done));
        }
        return new Diagnosis(found(), treatments);
    }

    private List<Ailment> found() {
        return checkups.stream()
                .flatMap(checkup -> complaints(checkup).stream())
                .map(Complaint::ailment)
                .toList();
    }

    /** An area that cannot be looked at does not keep the others from being looked at. */
    private static List<Complaint> complaints(Checkup checkup) {
        try {
            return checkup.look();
        } catch (Refusal e) {
            return List.of(unseen(checkup, e));
        } catch (RuntimeException e) {
            LOG.error("the doctor could not look at the {}", checkup.area(), e);
            return List.of(unseen(checkup, e));
        }
    }

    private static Complaint unseen(Checkup checkup, Exception failure) {
        return Complaint.error(
                        checkup.area(), "this could not be looked at: " + Reasons.of(failure), "nobody knows how it is")
                .byHand("put right what the reason says, then ask again");
    }

    private static Treatment treated(Ailment ailment, Complaint.Cure cure) {
        try {
            return new Treatment(ailment, true, cure.apply());
        } catch (Refusal e) {
            return new Treatment(ailment, false, e.getMessage());
        } catch (RuntimeException e) {
            LOG.error("'{}' could not be treated", ailment.what(), e);
            return new Treatment(ailment, false, Reasons.of(e));
        }
    }
}
