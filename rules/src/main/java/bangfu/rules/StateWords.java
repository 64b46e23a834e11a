package bangfu.rules;

import bangfu.engine.claim.Condition;
import bangfu.engine.claim.Holding;
import bangfu.engine.claim.Setting;
import bangfu.engine.fact.Certificate;
import bangfu.engine.fact.EmploymentStatus;
import bangfu.engine.fact.LabourStatus;
import bangfu.engine.fact.Pension;
import bangfu.engine.fact.Person;
import bangfu.engine.fact.Sex;
import bangfu.engine.time.DaySet;
import java.util.EnumSet;
import java.util.Set;

/** The vocabulary of labour and pensions (2.2.1, 2.2.5-b to -d). */
public final class StateWords {
  private static final Set<EmploymentStatus> SUPPORTED =
      EnumSet.of(EmploymentStatus.EMPLOYMENT_BASE, EmploymentStatus.FLEXIBLE);

  private StateWords() {}

  /** Of working age (reading D43). Both bounds of the parameters are included. */
  public static final Condition WORKING_AGE =
      Condition.of(
          "法定劳动年龄内",
          s -> {
            String last =
                s.person().sex() == Sex.MALE ? "working-age-last-men" : "working-age-last-women";
            DaySet from = daysFromAge(s, "working-age-first", 0);
            return Holding.on(from.minus(daysFromAge(s, last, 1)), "AGE_OVER_WORKING");
          });

  /** Able to work, and willing to work or to start a business. */
  public static final Condition CAPABLE_AND_WILLING =
      labour("有劳动能力且有就业愿望或创业意向", e -> e.capable() && (e.willing() || e.enterprising()));

  /** Works in an employment base or flexibly. */
  public static final Condition IN_SUPPORTED_EMPLOYMENT =
      labour("在就业基地或灵活就业", e -> SUPPORTED.contains(e.status()));

  /** Takes part in the residents' pension scheme. */
  public static final Condition IN_PENSION_SCHEME = pension("参加居民养老保险", Pension.Entry::insured);

  /** Has paid for fewer years than entitle to a pension. */
  public static final Condition YEARS_MISSING =
      Condition.of(
          "缴费年限不足",
          s ->
              Holding.on(
                  s.context()
                      .parameters()
                      .days("pension-years", years -> pensionDays(s, e -> e.yearsPaid() < years)),
                  (String) null));

  /** Severely disabled, or disabled and on the dibao roll (reading D20). */
  public static final Condition DISABLED_FOR_PENSION =
      Condition.of(
          "低保残疾人或重度残疾人",
          s -> {
            DaySet dibao = Person.daysOf(s.person().dibaoSpells());
            DaySet days = DaySet.NONE;
            for (Certificate certificate : s.person().certificates()) {
              days =
                  days.or(
                      isSevere(s, certificate)
                          ? certificate.days()
                          : certificate.days().and(dibao));
            }
            return Holding.on(days, "NOT_DISABLED").provedBy(s.person().certificates());
          });

  /** The lowest pension contribution is known. */
  public static final Condition CONTRIBUTION_KNOWN =
      Condition.of("最低缴费标准已定", s -> Holding.on(contributionKnown(s), (String) null));

  /** The lowest pension contribution is unknown. */
  public static final Condition CONTRIBUTION_UNKNOWN =
      Condition.of(
          "最低缴费标准未定", s -> Holding.on(DaySet.ALL.minus(contributionKnown(s)), (String) null));

  private interface LabourTest {
    boolean passes(LabourStatus.Entry entry);
  }

  private interface PensionTest {
    boolean passes(Pension.Entry entry);
  }

  private static Condition labour(String name, LabourTest test) {
    return Condition.of(
        name,
        s -> {
          LabourStatus labour = s.person().labour();
          DaySet days = labour == null ? DaySet.NONE : labour.entry().daysWhere(test::passes);
          return Holding.on(days, (String) null);
        });
  }

  private static Condition pension(String name, PensionTest test) {
    return Condition.of(name, s -> Holding.on(pensionDays(s, test), (String) null));
  }

  private static DaySet pensionDays(Setting s, PensionTest test) {
    Pension pension = s.person().pension();
    return pension == null ? DaySet.NONE : pension.entry().daysWhere(test::passes);
  }

  private static DaySet contributionKnown(Setting s) {
    return s.context().standards().pensionContributionFen().daysWhere(fen -> true);
  }

  private static DaySet daysFromAge(Setting s, String parameter, int more) {
    return s.context()
        .parameters()
        .days(parameter, years -> s.person().daysFromAge((int) years + more));
  }

  private static boolean isSevere(Setting s, Certificate certificate) {
    Long most = s.context().parameters().of("severe-disability-grade").at(s.context().asOf());
    return most != null && certificate.grade() <= most;
  }
}
