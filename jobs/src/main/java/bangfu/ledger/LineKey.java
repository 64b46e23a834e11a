package bangfu.ledger;

import bangfu.engine.claim.PayeeKind;
import java.nio.charset.StandardCharsets;

/**
 * What lines are compared by: lines with one key add up.
 *
 * @param subject identity number of the person, or the household number
 * @param period 归属期间
 */
public record LineKey(
    String household,
    String clause,
    String subject,
    String period,
    Payer payer,
    PayeeKind payeeKind,
    String payee) {
  private static final String SEPARATOR = "\u0000";

  /** The key and a revision in UTF-8, whose byte order is that of the code points. */
  byte[] sortKey(int revision) {
    return String.join(
            SEPARATOR,
            household,
            clause,
            subject,
            period,
            payer.level().name(),
            payer.town(),
            payer.fund(),
            payeeKind.name(),
            payee,
            "%09d".formatted(revision))
        .getBytes(StandardCharsets.UTF_8);
  }
}
