package bangfu.recalculate;

import bangfu.ledger.LineKey;
import bangfu.ledger.PostedLine;

/**
 * A sum of a household.
 *
 * @param subject identity number, or the household number
 * @param period 归属期间
 */
record Sum(String household, String clause, String subject, String period) {
  static Sum of(LineKey key) {
    return new Sum(key.household(), key.clause(), key.subject(), key.period());
  }

  static Sum of(PostedLine line) {
    return of(line.line().key());
  }
}
