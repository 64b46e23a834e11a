package bangfu.ledger;

import bangfu.engine.claim.PayeeKind;
import bangfu.engine.claim.PayerLevel;
import bangfu.engine.fact.Source;
import bangfu.engine.fold.Accrual;
import bangfu.engine.time.Period;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

/** Accruals, payer rules and filing facts as tests write them down. */
public final class Sums {
  public static final String TOWN = "440403100";
  public static final String OTHER_TOWN = "440403107";

  /** Everybody lives in {@link #TOWN}. */
  public static final FilingFacts IN_TOWN = livingIn(TOWN);

  private Sums() {}

  public static FilingFacts livingIn(String town) {
    return new FilingFacts() {
      @Override
      public String town(String household) {
        return town;
      }

      @Override
      public String village(String household) {
        return "南门村";
      }

      @Override
      public String headName(String household) {
        return "户主" + household;
      }

      @Override
      public String personName(String person) {
        return "成员" + person;
      }
    };
  }

  /** 2.2.5-e, to the household, for one month. */
  public static Accrual topUp(String household, String person, String month, long fen) {
    LocalDate day = YearMonth.parse(month).atDay(1);
    return accrual("2.2.5-e", household, person, "M" + month, day, fen);
  }

  /** A person's sum that is paid to the household. */
  public static Accrual accrual(
      String clause, String household, String person, String period, LocalDate day, long fen) {
    return new Accrual(
        clause,
        household,
        person,
        "",
        Period.on(period, day),
        day,
        PayerLevel.UNSPECIFIED,
        PayeeKind.HOUSEHOLD,
        household,
        fen,
        List.of(new Source("mz_dibao", 1, 2)));
  }

  /** The same sum for another payee. */
  public static Accrual to(PayeeKind kind, String payee, Accrual a) {
    return new Accrual(
        a.clause(),
        a.household(),
        a.subject(),
        a.item(),
        a.period(),
        a.accruedOn(),
        a.payer(),
        kind,
        payee,
        a.amountFen(),
        a.evidence());
  }

  /** 2.2.6-b: one level's share of a household's house, accepted on a day. */
  public static Accrual houseShare(String household, PayerLevel level, LocalDate day, long fen) {
    return new Accrual(
        "2.2.6-b",
        household,
        household,
        "批1",
        Period.on("ONCE", day),
        day,
        level,
        PayeeKind.HOUSEHOLD,
        household,
        fen,
        List.of(new Source("zj_housing", 1, 5)));
  }

  public static PayerRule rule(String clause, String from, String fund, PayerLevel level) {
    return new PayerRule(clause, LocalDate.parse(from), fund, level);
  }
}
