package bangfu.sample;

import bangfu.engine.fact.SchoolStage;
import java.time.LocalDate;
import java.util.Arrays;

/**
 * Age and form at school: who is born from 1 September to 31 August belongs to one cohort, enters a
 * kindergarten at three and form 1 at six, and rises one form each September.
 */
enum SchoolLadder {
  PRESCHOOL(SchoolStage.PRESCHOOL, -2, 0, 1),
  PRIMARY(SchoolStage.PRIMARY, 1, 6, 2),
  JUNIOR_SECONDARY(SchoolStage.JUNIOR_SECONDARY, 7, 9, 3),
  SENIOR_SECONDARY(SchoolStage.SENIOR_SECONDARY, 10, 12, 4),
  SECONDARY_VOCATIONAL(SchoolStage.SECONDARY_VOCATIONAL, 10, 12, 5),
  TECHNICIAN(SchoolStage.TECHNICIAN, 10, 12, 6),
  COLLEGE(SchoolStage.COLLEGE, 13, 15, 7),
  BACHELOR(SchoolStage.BACHELOR, 13, 16, 8),
  POSTGRADUATE(SchoolStage.POSTGRADUATE, 17, 19, 9);

  /** The cohort that enters form 1 in the year 0 would be born six years earlier. */
  private static final int AGE_IN_FORM_ONE = 6;

  private final SchoolStage stage;
  private final int firstForm;
  private final int lastForm;
  private final int number;

  SchoolLadder(SchoolStage stage, int firstForm, int lastForm, int number) {
    this.stage = stage;
    this.firstForm = firstForm;
    this.lastForm = lastForm;
    this.number = number;
  }

  static SchoolLadder of(SchoolStage stage) {
    return Arrays.stream(values()).filter(rung -> rung.stage == stage).findFirst().orElseThrow();
  }

  SchoolStage stage() {
    return stage;
  }

  /** The stage's digit in the codes of the invented schools. */
  int number() {
    return number;
  }

  int years() {
    return lastForm - firstForm + 1;
  }

  boolean isBeforeUpperSecondary() {
    return firstForm < 10;
  }

  boolean isUpperSecondary() {
    return firstForm == 10;
  }

  boolean isHigher() {
    return firstForm > 12;
  }

  /** A birthday of somebody who is in this stage in the school year 2016/17. */
  LocalDate birthOfPupil(Dice dice) {
    int form = dice.between(firstForm, lastForm);
    int cohort = 2016 - (form - 1) - AGE_IN_FORM_ONE;
    return dice.between(LocalDate.of(cohort - 1, 9, 1), LocalDate.of(cohort, 8, 31));
  }

  /** The year in whose September somebody born on {@code birth} enters this stage. */
  int entryYear(LocalDate birth) {
    int cohort = birth.getMonthValue() >= 9 ? birth.getYear() + 1 : birth.getYear();
    return cohort + AGE_IN_FORM_ONE + firstForm - 1;
  }
}
