package bangfu.rules;

import bangfu.engine.claim.Amount;
import bangfu.engine.claim.Outcome.Share;
import bangfu.engine.claim.PayeeKind;
import bangfu.engine.claim.PayerLevel;
import bangfu.engine.claim.Setting;
import bangfu.engine.fact.DibaoApplication;
import bangfu.engine.fact.FarmClaim;
import bangfu.engine.fact.Household;
import bangfu.engine.fact.Pension;
import bangfu.engine.fact.RehabilitationItem;
import bangfu.engine.time.DaySet;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;

/** How much: rates by parameter name, and the few amounts that are computed. */
public final class Amounts {
  private static final long PER_MILLE = 1000;

  private Amounts() {}

  /** The value of a parameter on the accrual day, fen. */
  public static Amount rate(String parameter) {
    return (setting, day) -> setting.context().parameters().of(parameter).at(day);
  }

  /** An amount that a fact names, fen; null = unknown. */
  public static Amount fixed(Long fen) {
    return Amount.fixed(fen);
  }

  /** Several rates together. */
  public static Amount wholeOf(String... parameters) {
    return (setting, day) -> {
      long sum = 0;
      for (String parameter : parameters) {
        Long fen = rate(parameter).fenOn(setting, day);
        if (fen == null) {
          return null;
        }
        sum += fen;
      }
      return sum;
    };
  }

  /** Who is paid for a rehabilitation item: the household, or the institution that 残联 names. */
  public static PayeeKind payeeOf(RehabilitationItem item) {
    return item.institution() == null ? PayeeKind.HOUSEHOLD : PayeeKind.INSTITUTION;
  }

  /** One payer's share of a sum that the clause itself splits. */
  public static Share share(PayerLevel level, String parameter) {
    return new Share(level, rate(parameter));
  }

  /**
   * The supplement: a part of the dibao standard of that month, half-up to the fen (readings D15,
   * D17, D49).
   */
  public static Amount shareOfDibaoStandard(String perMilleParameter) {
    return (setting, day) -> {
      Long standard = setting.context().standards().dibaoFen().at(day);
      Long perMille = setting.context().parameters().of(perMilleParameter).at(day);
      return standard == null || perMille == null ? null : partOf(standard, perMille);
    };
  }

  /** The lowest pension contribution for each missing year. */
  public static Amount contributionForMissingYears() {
    return (setting, day) -> {
      Long contribution = setting.context().standards().pensionContributionFen().at(day);
      Long missing = missingYears(setting, day);
      return contribution == null || missing == null ? null : Long.valueOf(contribution * missing);
    };
  }

  /** 15 less the years paid, as text for a list. */
  public static String yearsMissing(Setting setting) {
    Long missing = missingYears(setting, setting.context().asOf());
    return missing == null ? null : missing.toString();
  }

  /**
   * The pension that counts as income of a dibao application, in yuan: nothing up to a part of the
   * dibao standard, everything above it (reading D18). Null while the standard of the month is
   * unknown.
   */
  public static String countablePension(Setting setting) {
    DibaoApplication application = (DibaoApplication) setting.claim().about();
    int day = DaySet.day(application.month().atEndOfMonth());
    Long standard = setting.context().standards().dibaoFen().at(day);
    Long perMille = setting.context().parameters().of("pension-disregard-per-mille").at(day);
    if (standard == null || perMille == null) {
      return null;
    }
    Pension pension = setting.person().pension();
    Pension.Entry entry = pension == null ? null : pension.entry().at(day);
    long monthly = entry == null || entry.monthlyFen() == null ? 0 : entry.monthlyFen();
    boolean disregarded = monthly * PER_MILLE <= standard * perMille;
    return BigDecimal.valueOf(disregarded ? 0 : monthly, 2).toPlainString();
  }

  /**
   * The pot of the yearly farming cap (reading D46): the household that the claim's was split from,
   * as long as the split lies in the year of the expense. An unknown origin is still a common pot.
   */
  public static String farmingPot(Setting setting) {
    int year = ((FarmClaim) setting.claim().about()).spentOn().getYear();
    Household household = setting.household();
    Set<Household> passed = new HashSet<>();
    while (passed.add(household) && isSplitIn(household, year)) {
      if (household.origin() == null) {
        return household.registration().origin();
      }
      household = household.origin();
    }
    return household.number();
  }

  private static boolean isSplitIn(Household household, int year) {
    LocalDate split = household.splitOn();
    return household.registration().origin() != null && split != null && split.getYear() == year;
  }

  private static Long missingYears(Setting setting, int day) {
    Long needed = setting.context().parameters().of("pension-years").at(day);
    Pension.Entry entry = setting.person().pension().entry().at(day);
    return needed == null || entry == null ? null : Long.valueOf(needed - entry.yearsPaid());
  }

  private static long partOf(long fen, long perMille) {
    return Math.floorDiv(fen * perMille + PER_MILLE / 2, PER_MILLE);
  }
}
