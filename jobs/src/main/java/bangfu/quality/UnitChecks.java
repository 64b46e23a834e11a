package bangfu.quality;

import bangfu.engine.fact.Unit;
import bangfu.register.StoredRow;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

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

  /** In the order of their numbers. */
  private static final List<Check> CHECKS =
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
          HouseholdChecks::q28Unchecked,
          RowChecks::q33EndBeforeBegin,
          RowChecks::q36Premium,
          HouseholdChecks::q37OutsideControl,
          HouseholdChecks::q38Size);

  /**
   * What the checks find in a unit.
   *
   * @param rows all rows about its households and persons
   */
  public static List<Finding> of(Unit unit, List<StoredRow> rows, LocalDate asOf) {
    Report report = new Report(asOf, rows, new ArrayList<>());
    CHECKS.forEach(check -> check.look(unit, report));
    return report.findings();
  }
}
