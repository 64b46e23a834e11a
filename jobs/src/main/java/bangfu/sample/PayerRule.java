package bangfu.sample;

import java.util.List;

/**
 * An invented rule of the finance bureau: who pays a clause.
 *
 * @param firstDay first day in force
 * @param level 市, 区 or 镇
 */
record PayerRule(String clause, String firstDay, String fund, String level) {

  /**
   * A rule for every clause with money that the notice names no payer for, but one: 2.2.4-i, the
   * freshmen's living grant, is the plant that keeps money waiting for a payer.
   */
  static List<PayerRule> all() {
    return List.of(
        of("2.2.2-a", "AGR", "区"),
        new PayerRule("2.2.2-a", "2019-01-01", "AGR", "市"),
        of("2.2.3-a", "DIS", "区"),
        of("2.2.3-b", "DIS", "区"),
        of("2.2.4-a", "EDU", "区"),
        of("2.2.4-b", "EDU", "区"),
        of("2.2.4-c", "EDU", "区"),
        of("2.2.4-d", "EDU", "区"),
        of("2.2.4-e", "EDU", "区"),
        of("2.2.4-f", "EDU", "区"),
        of("2.2.4-g", "EDU", "区"),
        of("2.2.4-h", "EDU", "市"),
        of("2.2.4-j", "EDU", "区"),
        of("2.2.5-e", "AGE", "市"),
        of("2.2.5-f", "MED", "区"),
        of("2.2.5-g", "AGE", "镇"),
        of("2.2.7-b", "WOM", "镇"),
        of("2.2.7-c", "WOM", "区"));
  }

  private static PayerRule of(String clause, String fund, String level) {
    return new PayerRule(clause, "2017-01-01", fund, level);
  }
}
