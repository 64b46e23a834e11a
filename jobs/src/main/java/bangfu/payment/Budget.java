package bangfu.payment;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;

/**
 * What the finance bureau set aside: a row of cz_budget.
 *
 * @param year of the posting month
 * @param level name of a {@link bangfu.engine.claim.PayerLevel}
 * @param town code of the paying town; empty unless a town pays
 */
public record Budget(int year, String fund, String level, String town, long amountFen) {

  /**
   * Money that no budget covers.
   *
   * @param budgetFen null when there is no budget line at all
   * @param usedFen approved or sent before, in the year
   * @param askedFen what the batches ask for beyond that
   */
  public record Excess(
      int year,
      String fund,
      String level,
      String town,
      Long budgetFen,
      long usedFen,
      long askedFen) {

    /** What is missing; more than 0. */
    public long missingFen() {
      return usedFen + askedFen - (budgetFen == null ? 0 : budgetFen);
    }
  }

  /** Fund, payer level and paying town. */
  private record Purse(String fund, String level, String town) implements Comparable<Purse> {
    @Override
    public int compareTo(Purse other) {
      return List.of(fund, level, town)
          .toString()
          .compareTo(List.of(other.fund, other.level, other.town).toString());
    }
  }

  /**
   * What batches of one month ask for beyond the budget of its year.
   *
   * @param asking not approved yet, all of one month
   * @return by fund, payer level and town; empty when all is covered
   */
  public static List<Excess> excess(
      List<PaymentBatch> asking, List<Budget> budgets, DataSource source) {
    int year = asking.get(0).month().getYear();
    Map<Purse, Long> asked = sums(asking, source);
    Map<Purse, Long> used = sums(new PaymentBatches(source).committedIn(year), source);
    List<Excess> excess = new ArrayList<>();
    asked.forEach(
        (purse, fen) -> {
          Long budget = budgetOf(purse, year, budgets);
          long before = used.getOrDefault(purse, 0L);
          Excess over =
              new Excess(year, purse.fund(), purse.level(), purse.town(), budget, before, fen);
          if (budget == null || over.missingFen() > 0) {
            excess.add(over);
          }
        });
    return excess;
  }

  private static Map<Purse, Long> sums(List<PaymentBatch> batches, DataSource source) {
    Map<Purse, Long> sums = new TreeMap<>();
    for (PaymentBatch batch : batches) {
      for (BatchContent part : BatchContent.of(batch, source)) {
        Purse purse = new Purse(part.fund(), part.level(), part.town());
        sums.merge(purse, part.amountFen(), Math::addExact);
      }
    }
    return sums;
  }

  private static Long budgetOf(Purse purse, int year, List<Budget> budgets) {
    return budgets.stream()
        .filter(b -> b.year() == year && b.fund().equals(purse.fund()))
        .filter(b -> b.level().equals(purse.level()) && b.town().equals(purse.town()))
        .map(Budget::amountFen)
        .findFirst()
        .orElse(null);
  }
}
