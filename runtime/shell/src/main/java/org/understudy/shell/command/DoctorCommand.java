package org.understudy.shell.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Supplier;
import org.understudy.doctor.Ailment;
import org.understudy.doctor.Diagnosis;
import org.understudy.doctor.Doctor;
import org.understudy.doctor.Treatment;

/** Tells whether home, journal, store and slots are as they should be, and puts right what is not. */
final class DoctorCommand implements Command {
    private static final Usage.Option FIX =
            new Usage.Option("--fix", "", "puts right what can be put right while everything runs");

    private final Supplier<Doctor> doctor;

    DoctorCommand(Supplier<Doctor> doctor) {
        this.doctor = doctor;
    }

    @Override
    public Usage usage() {
        return Usage.of(
                        "doctor",
                        "checks home, journal, artifact store and slots, reading everything again; fails if it finds"
                                + " something to be done")
                .with(FIX)
                .with(Usage.JSON);
    }

    @Override
    public void run(Arguments arguments, Output output) throws Exception {
        Doctor current = doctor.get();
        Diagnosis diagnosis = arguments.has(FIX.flag())
                ? Unbroken.run("the doctor", output, () -> current.treat(Operator.NAME))
                : current.examine();
        if (arguments.json()) {
            output.json(json(diagnosis));
        } else {
            diagnosis.treatments().forEach(treatment -> output.line(sentence(treatment)));
            diagnosis.ailments().forEach(ailment -> describe(ailment, output));
            if (diagnosis.healthy()) {
                output.line("no findings");
            }
        }
        if (!diagnosis.healthy()) {
            throw new CommandFailedException(left(diagnosis));
        }
    }

    private static String sentence(Treatment treatment) {
        return treatment.helped()
                ? "fixed: " + treatment.what()
                : "not fixed: " + treatment.ailment().what() + ": " + treatment.what();
    }

    private static void describe(Ailment ailment, Output output) {
        output.line(Json.word(ailment.severity()) + ", " + Json.word(ailment.area()) + ": " + ailment.what());
        output.line("  " + ailment.why());
        if (!ailment.remedy().isEmpty()) {
            output.line("  " + (ailment.curable() ? "--fix " : "by hand: ") + ailment.remedy());
        }
    }

    private static String left(Diagnosis diagnosis) {
        List<Ailment> left = diagnosis.ailments().stream()
                .filter(ailment -> ailment.severity() != Ailment.Severity.NOTE)
                .toList();
        long curable = left.stream().filter(Ailment::curable).count();
        return (left.size() == 1 ? "1 finding" : left.size() + " findings")
                + (curable == 0
                        ? ": to be put right by hand"
                        : ": `doctor --fix` does something about "
                                + (curable < left.size() ? curable + " of them" : curable == 1 ? "it" : "them"));
    }

    private static ObjectNode json(Diagnosis diagnosis) {
        ObjectNode node = Json.object().put("healthy", diagnosis.healthy());
        node.set("findings", Json.array(diagnosis.ailments(), DoctorCommand::json));
        node.set("treatments", Json.array(diagnosis.treatments(), treatment -> Json.object()
                .put("finding", treatment.ailment().what())
                .put("helped", treatment.helped())
                .put("what", treatment.what())));
        return node;
    }

    private static ObjectNode json(Ailment ailment) {
        return Json.object()
                .put("area", Json.word(ailment.area()))
                .put("severity", Json.word(ailment.severity()))
                .put("what", ailment.what())
                .put("why", ailment.why())
                .put("remedy", ailment.remedy())
                .put("curable", ailment.curable());
    }
}
