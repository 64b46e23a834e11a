package bangfu.rules;

import bangfu.engine.claim.Claim;
import bangfu.engine.claim.Condition;
import bangfu.engine.claim.Holding;
import bangfu.engine.claim.Setting;
import bangfu.engine.fact.Enrolment;
import bangfu.engine.fact.Hold;
import bangfu.engine.fact.Person;
import bangfu.engine.time.Cadence;
import bangfu.engine.time.DaySet;
import bangfu.engine.time.Period;
import java.time.LocalDate;
import java.util.List;

/** The vocabulary of education (2.2.4): what the enrolment of a claim says. */
public final class EducationWords {
  private static final LocalDate PLAN_YEAR = LocalDate.of(2017, 1, 1);
  private static final int ADULT_AGE = 18;

  private EducationWords() {}

  /** A school year of the plan (reading D22). */
  public static final Condition SCHOOL_YEAR_OF_PLAN =
      Words.inForce("方案内学年", "school-years-of-plan");

  /**
   * Enrolled, as this enrolment says, between 30 September and 31 August. Where the same school and
   * stage stand in two rows, the later entered counts.
   */
  public static final Condition ENROLLED =
      Condition.of(
          "在籍",
          s ->
              Holding.on(
                      enrolment(s).days().minus(replacedDays(enrolment(s))),
                      period -> notEnrolled(enrolment(s), period))
                  .provedBy(List.of(enrolment(s)))
                  .doubting(Hold.SCHOOL_CONFLICT, s.person().schoolConflictDays()));

  /** Boards at school (reading D23). */
  public static final Condition BOARDING =
      Condition.of("住宿", s -> Holding.on(Words.always(enrolment(s).boarding()), "NOT_BOARDING"));

  /** Studies full-time (reading D28). */
  public static final Condition FULL_TIME =
      Condition.of("全日制", s -> Holding.on(Words.always(enrolment(s).fullTime()), "NOT_FULL_TIME"));

  /** In the school year of first entry to this level (readings D25, D27). */
  public static final Condition FRESHMAN =
      Condition.of("新生学年", s -> Holding.on(entryYear(enrolment(s)), "NOT_FRESHMAN"));

  /** True for someone not yet of age when the plan began. */
  public static boolean isMinor(Person person) {
    return person.birth().plusYears(ADULT_AGE).isAfter(PLAN_YEAR);
  }

  private static Enrolment enrolment(Setting s) {
    Claim claim = s.claim();
    return (Enrolment) claim.about();
  }

  private static DaySet entryYear(Enrolment enrolment) {
    Period year = Cadence.SCHOOL_YEAR.named("AY" + enrolment.entryYear());
    return year == null ? DaySet.NONE : year.days();
  }

  /** The days on which a later entered row of the same school and stage counts. */
  private static DaySet replacedDays(Enrolment enrolment) {
    DaySet days = DaySet.NONE;
    for (Enrolment other : enrolment.person().enrolments()) {
      if (other.samePlace(enrolment) && other.from().isAfter(enrolment.from())) {
        days = days.or(other.days());
      }
    }
    return days;
  }

  /** Left in September before the census day, or was not there on a day that counts. */
  private static String notEnrolled(Enrolment enrolment, Period period) {
    LocalDate census = LocalDate.ofEpochDay(period.firstDay());
    LocalDate left = enrolment.to();
    boolean inSeptember =
        left != null && !left.isBefore(census.withDayOfMonth(1)) && !left.isAfter(census);
    return inSeptember ? "NOT_ENROLLED_AT_CENSUS" : "NOT_ENROLLED";
  }
}
