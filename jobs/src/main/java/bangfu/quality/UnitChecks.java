package bangfu.quality;

import bangfu.engine.fact.Unit;
import bangfu.intake.Column;
import bangfu.register.DueDays;
import bangfu.register.StoredRow;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The checks that look at one unit of assessment. */
public final class UnitChecks {
  private UnitChecks() {}

  /** Looks at a unit and reports what it finds. */
  @FunctionalInterface
  interface Check {
    void look(Unit unit, Report report);
  }

  /** Collects findings; knows the day and the rows. */
  record Report(LocalDate asOf, List<StoredRow> rows, List<Finding> findings) {
    int day() {
      return (int) asOf.toEpochDay();
    }

    void add(Finding finding) {
      findings.add(finding);
    }

    List<StoredRow> of(String table) {
      List<StoredRow> found = List.of();
      for (StoredRow row : rows) {
        if (row.row().table().name().equals(table)) {
          found = found.isEmpty() ? new ArrayList<>() : found;
          found.add(row);
        }
      }
      return found;
    }
  }

  /**
   * In the order of their numbers. What they say changes with the rows of the unit, with the days
   * in them, and with {@link #AGES}, but on no other day.
   */
  private static final List<Check> STEADY =
      List.of(
          IdentityChecks::q02CheckCharacter,
          IdentityChecks::q03Birth,
          IdentityChecks::q04Sex,
          IdentityChecks::q05AreaCode,
          AccountChecks::q06Name,
          IdentityChecks::q07TwoHouseholds,
          PersonChecks::q09DeadButActive,
          HouseholdChecks::q10Head,
          PersonChecks::q11TwoSchools,
          PersonChecks::q12AgeForStage,
          PersonChecks::q13PupilAtWork,
          PersonChecks::q14CertificateOfAnother,
          PersonChecks::q14CertificateExpired,
          PersonChecks::q15CertificateDigits,
          PersonChecks::q17DibaoAndWubao,
          HouseholdChecks::q18NotOnFile,
          PersonChecks::q19TwoSchemes,
          PersonChecks::q20Pension,
          HouseholdChecks::q21Rehabilitation,
          HouseholdChecks::q22ClaimAboveInvoice,
          HouseholdChecks::q23HousingAgain,
          HouseholdChecks::q24Mother,
          HouseholdChecks::q25Income,
          HouseholdChecks::q26WubaoFamily,
          AccountChecks::q27Cardholder,
          AccountChecks::q27Number,
          RowChecks::q33EndBeforeBegin,
          RowChecks::q36Premium,
          HouseholdChecks::q37OutsideControl,
          HouseholdChecks::q38Size);

  /** The birthdays on which a check may say something else. */
  private static final Set<Integer> AGES =
      Set.of(HouseholdChecks.ADULT_AGE, PersonChecks.ELDER_AGE, IdentityChecks.OLDEST_AGE + 1);

  /** The check that each month begins anew. */
  static final String OF_MONTH = "Q28";

  private static final String BIRTH = "出生日期";

  /**
   * What the checks find in a unit.
   *
   * @param rows all rows about its households and persons
   */
  public static List<Finding> of(Unit unit, List<StoredRow> rows, LocalDate asOf) {
    List<Finding> findings = new ArrayList<>(steady(unit, rows, asOf));
    findings.addAll(ofMonth(unit, rows, asOf));
    return findings;
  }

  /** {@link #of} without what each month begins anew. */
  public static List<Finding> steady(Unit unit, List<StoredRow> rows, LocalDate asOf) {
    Report report = new Report(asOf, rows, new ArrayList<>());
    STEADY.forEach(check -> check.look(unit, report));
    return report.findings();
  }

  /**
   * What each month begins anew: Q28. The rows may be those of several units, and those of
   * nb_household and zx_check are enough.
   */
  public static List<Finding> ofMonth(Unit units, List<StoredRow> rows, LocalDate asOf) {
    Report report = new Report(asOf, rows, new ArrayList<>());
    HouseholdChecks.q28Unchecked(units, report);
    return report.findings();
  }

  /**
   * The days that change what {@link #steady} says of the same rows between two days, and {@link
   * #of} if they are of one month. A day in a row counts from itself, or is the last that counts.
   *
   * @param last the day of the last look, not after {@code now}
   */
  public static DueDays dueDays(LocalDate last, LocalDate now) {
    return last.equals(now) ? DueDays.NONE : column -> daysOf(column, last, now);
  }

  private static List<DueDays.Days> daysOf(Column column, LocalDate last, LocalDate now) {
    List<DueDays.Days> days = new ArrayList<>();
    days.add(new DueDays.Days(last, now));
    if (column.name().equals(BIRTH)) {
      for (int age : AGES) {
        // a day more at both ends, for those born on 29 February
        days.add(
            new DueDays.Days(last.minusYears(age).minusDays(1), now.minusYears(age).plusDays(1)));
      }
    }
    return days;
  }
}
