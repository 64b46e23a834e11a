package bangfu.rules;

import bangfu.engine.claim.Condition;
import bangfu.engine.claim.Holding;
import bangfu.engine.claim.Setting;
import bangfu.engine.fact.FarmVerification;
import bangfu.engine.fact.Household;
import bangfu.engine.fact.HousingRow;
import bangfu.engine.fact.Person;
import bangfu.engine.fact.Shock;
import bangfu.engine.time.DaySet;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The vocabulary of households: income, farming, housing and shocks. */
public final class HouseholdWords {
  private static final int MONTHS_OF_LOSS = 12;

  private HouseholdWords() {}

  /** Some member has local hukou (reading D03). */
  public static final Condition HAS_LOCAL_MEMBER =
      state(
          "家庭有本区户籍成员",
          s ->
              s.household().members().stream()
                  .anyMatch(m -> Boolean.TRUE.equals(m.local().at(s.context().asOf()))),
          "HUKOU");

  /** Total below the threshold times persons, compared in fen (readings D01 to D03). */
  public static final Condition INCOME_BELOW =
      state("年人均可支配收入低于标准", s -> isBelow(s, 0), "INCOME_NOT_BELOW");

  /**
   * Income less what illness and disaster cost in twelve months is below the threshold (reading
   * D05).
   */
  public static final Condition NET_INCOME_BELOW =
      state(
          "扣除因病因灾支出后低于标准",
          s -> isBelow(s, netLossFen(s.household(), s.context().asOf())),
          "INCOME_NOT_BELOW");

  /** A recorded decision on an illness or disaster. */
  public static final Condition SHOCK_ACCEPTED =
      state(
          "有因病因灾认定",
          s -> latestDecision(s.household(), s.context().asOf()).isPresent(),
          "NOT_LISTED");

  /** On the housing list. */
  public static final Condition ON_HOUSING_LIST =
      state(
          "列入住房困难户名单",
          s ->
              s.household().housingRows().stream()
                  .anyMatch(row -> Boolean.TRUE.equals(row.listed().at(s.context().asOf()))),
          "NOT_LISTED");

  /** On the verified farming list on the day of the expense (reading D31). */
  public static final Condition VERIFIED_FARM =
      Condition.of(
          "在核实的农业经营户名单",
          s -> {
            List<FarmVerification> verifications = s.household().farmVerifications();
            return Holding.on(Person.daysOf(verifications), "NOT_IN_VERIFIED_LIST")
                .provedBy(verifications);
          });

  /** This row of the housing list says 列入名单. */
  public static final Condition LISTED_FOR_HOUSING =
      Condition.of(
          "该行列入名单",
          s -> Holding.on(housing(s).listed().daysWhere(Boolean::booleanValue), "NOT_LISTED"));

  /** The rebuilt house is accepted (reading D36). */
  public static final Condition ACCEPTED =
      Condition.of(
          "住房改造已验收",
          s -> {
            LocalDate accepted = housing(s).acceptedOn();
            DaySet days = accepted == null ? DaySet.NONE : DaySet.between(accepted, null);
            return Holding.on(days, (String) null);
          });

  /** The rebuilt house is not accepted yet. */
  public static final Condition NOT_YET_ACCEPTED =
      Condition.of(
          "住房改造待验收", s -> Holding.on(DaySet.ALL.minus(ACCEPTED.in(s).days()), (String) null));

  /** The shock of the claim is accepted. */
  public static final Condition DECIDED =
      Condition.of("因病因灾已认定", s -> Holding.on(s.claim().about().days(), (String) null));

  private interface Test {
    boolean passes(Setting setting);
  }

  /** A word about the assessment day alone. */
  private static Condition state(String name, Test test, String absence) {
    return Condition.of(name, s -> Holding.on(Words.always(test.passes(s)), absence));
  }

  private static boolean isBelow(Setting s, long deductionFen) {
    Household.Registration filed = s.household().registration();
    Long threshold = s.context().parameters().of("income-threshold").at(s.context().asOf());
    return threshold != null
        && filed.persons() > 0
        && filed.incomeFen() - deductionFen < threshold * filed.persons();
  }

  /**
   * Net losses, fen, of shocks whose last month lies in the twelve months ending with the latest
   * decision (1.2.2-a).
   *
   * @param asOf the assessment day, epoch day: later decisions are not known
   */
  public static long netLossFen(Household household, int asOf) {
    Optional<LocalDate> latest = latestDecision(household, asOf);
    if (latest.isEmpty()) {
      return 0;
    }
    YearMonth last = YearMonth.from(latest.get());
    YearMonth first = last.minusMonths(MONTHS_OF_LOSS - 1L);
    return acceptedShocks(household, asOf).stream()
        .filter(k -> !k.lastMonth().isBefore(first) && !k.lastMonth().isAfter(last))
        .mapToLong(Shock::netFen)
        .sum();
  }

  private static Optional<LocalDate> latestDecision(Household household, int asOf) {
    return acceptedShocks(household, asOf).stream()
        .map(Shock::decidedOn)
        .max(Comparator.naturalOrder());
  }

  private static List<Shock> acceptedShocks(Household household, int asOf) {
    return household.shocks().stream().filter(k -> k.days().contains(asOf)).toList();
  }

  private static HousingRow housing(Setting s) {
    return (HousingRow) s.claim().about();
  }
}
