package bangfu.quality;

import bangfu.engine.time.IsoDay;
import bangfu.intake.Row;
import bangfu.intake.Table;
import bangfu.intake.Tables;
import bangfu.register.Register;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Q35, payer rules that have no effect, and Q40, the village notices. The day a household was filed
 * is the only gate; a notice that is missing, too short or objected to is a question to the town.
 */
public final class ReferenceChecks {
  /** Days that a notice hangs, the first and the last included (reading D55). */
  private static final int NOTICE_DAYS = 7;

  private static final Table HOUSEHOLDS = Tables.standard().table("nb_household");
  private static final Table NOTICES = Tables.standard().table("zx_notice");

  private final Register register;
  private final int known;
  private final List<Finding> findings = new ArrayList<>();

  private ReferenceChecks(Register register, int known) {
    this.register = register;
    this.known = known;
  }

  /**
   * What the checks find.
   *
   * @param known the newest delivery that counts
   * @param clausesWithPayer clauses that name their payers themselves
   */
  public static List<Finding> of(
      Register register, int known, LocalDate asOf, Set<String> clausesWithPayer) {
    ReferenceChecks checks = new ReferenceChecks(register, known);
    checks.q35IgnoredRules(clausesWithPayer);
    if (register.lastAccepted(known).containsKey(NOTICES.name())) {
      checks.q40Notices(asOf);
    }
    return checks.findings;
  }

  private void q35IgnoredRules(Set<String> clausesWithPayer) {
    register.forEachRow(
        Tables.standard().table("cz_payer_rule"),
        known,
        row -> {
          if (clausesWithPayer.contains(row.value("条款"))) {
            add("Q35", row, row.value("条款"), "条款本身写明付款层级，此付款规则不起作用");
          }
        });
  }

  private void q40Notices(LocalDate asOf) {
    Set<String> noticed = new TreeSet<>();
    register.forEachRow(
        NOTICES,
        known,
        row -> {
          noticed.add(row.value("村居代码"));
          q40Notice(row);
        });
    if (noticed.containsAll(register.valuesEver(HOUSEHOLDS, "村居代码", known))) {
      return; // as ever, and found without making rows of all households
    }
    Set<String> filed = villagesOfHouseholdsFiled(asOf);
    filed.removeAll(noticed);
    filed.forEach(
        village ->
            findings.add(
                new Finding(
                    "Q40",
                    Level.WARN,
                    "",
                    village,
                    NOTICES.name(),
                    0,
                    "有在册户而没有村公示",
                    Finding.KEPT)));
  }

  private void q40Notice(Row row) {
    LocalDate from = IsoDay.parse(row.value("公示起"));
    LocalDate to = IsoDay.parse(row.value("公示止"));
    if (ChronoUnit.DAYS.between(from, to) + 1 < NOTICE_DAYS) {
      add("Q40", row, row.value("村居代码"), "村公示不足 " + NOTICE_DAYS + " 天");
    }
    if (!row.value("异议数").equals("0")) {
      add("Q40", row, row.value("村居代码"), "村公示有异议 " + row.value("异议数") + " 件");
    }
  }

  private Set<String> villagesOfHouseholdsFiled(LocalDate asOf) {
    Set<String> villages = new TreeSet<>();
    register.forEachRow(
        HOUSEHOLDS,
        known,
        row -> {
          String filed = row.value("建档日期");
          if (filed != null && !IsoDay.parse(filed).isAfter(asOf)) {
            villages.add(row.value("村居代码"));
          }
        });
    return villages;
  }

  private void add(String check, Row row, String subject, String message) {
    findings.add(
        new Finding(
            check, Level.WARN, "", subject, row.table().name(), row.line(), message, Finding.KEPT));
  }
}
