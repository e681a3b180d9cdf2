package org.understudy.shell;

import java.util.ArrayList;
import java.util.List;
import org.understudy.doctor.Ailment;
import org.understudy.doctor.Diagnosis;
import org.understudy.doctor.Doctor;
import org.understudy.doctor.Treatment;

/** Finds what it is told, and cures what is curable. */
final class FakeDoctor implements Doctor {
    final List<Ailment> ailments = new ArrayList<>();
    final List<String> askedBy = new ArrayList<>();

    @Override
    public Diagnosis examine() {
        return new Diagnosis(ailments, List.of());
    }

    @Override
    public Diagnosis treat(String by) {
        askedBy.add(by);
        List<Treatment> treatments = ailments.stream()
                .filter(Ailment::curable)
                .map(ailment -> new Treatment(ailment, true, ailment.what() + " is gone"))
                .toList();
        ailments.removeIf(Ailment::curable);
        return new Diagnosis(ailments, treatments);
    }
}
