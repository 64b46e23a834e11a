package bangfu.ledger;

import bangfu.engine.claim.PayerLevel;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Who pays each clause: the rule with the latest start on or before the accrual day, or the clause
 * itself where the notice names its payers (2.2.6-b). Immutable.
 */
public final class PayerRules {
  private final Map<String, NavigableMap<LocalDate, Payer>> byClause = new HashMap<>();
  private final Map<String, String> fundsNamedByClause;
  private final List<PayerRule> ignored;

  /**
   * @param rules in any order, one for a clause and day
   * @param fundsNamedByClause the fund of every clause that names its payers itself, by clause id
   */
  public PayerRules(List<PayerRule> rules, Map<String, String> fundsNamedByClause) {
    this.fundsNamedByClause = Map.copyOf(fundsNamedByClause);
    this.ignored =
        rules.stream()
            .filter(rule -> namesItsPayers(rule.clause()))
            .sorted(Comparator.comparing(PayerRule::clause).thenComparing(PayerRule::from))
            .toList();
    for (PayerRule rule : rules) {
      byClause
          .computeIfAbsent(rule.clause(), clause -> new TreeMap<>())
          .put(rule.from(), new Payer(rule.level(), "", rule.fund()));
    }
  }

  /** Rules that have no effect because their clause names its payers itself (check Q35), sorted. */
  public List<PayerRule> ignored() {
    return ignored;
  }

  boolean namesItsPayers(String clause) {
    return fundsNamedByClause.containsKey(clause);
  }

  /**
   * The payer, the town left open.
   *
   * @param level the level that the clause itself names, or {@link PayerLevel#UNSPECIFIED}
   * @return {@link Payer#NONE} when no rule covers the day
   */
  public Payer of(String clause, PayerLevel level, LocalDate accruedOn) {
    if (namesItsPayers(clause)) {
      return new Payer(level, "", fundsNamedByClause.get(clause));
    }
    NavigableMap<LocalDate, Payer> rules = byClause.get(clause);
    Map.Entry<LocalDate, Payer> latest = rules == null ? null : rules.floorEntry(accruedOn);
    return latest == null ? Payer.NONE : latest.getValue();
  }
}
