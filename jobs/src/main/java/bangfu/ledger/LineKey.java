package bangfu.ledger;

import bangfu.engine.claim.PayeeKind;
import bangfu.engine.fold.CodePoints;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.UUID;

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

  /** By code point, column by column: the order in which lines are numbered. */
  static final Comparator<LineKey> ORDER =
      Comparator.comparing(LineKey::household, CodePoints.ORDER)
          .thenComparing(LineKey::clause, CodePoints.ORDER)
          .thenComparing(LineKey::subject, CodePoints.ORDER)
          .thenComparing(LineKey::period, CodePoints.ORDER)
          .thenComparing(key -> key.payer().level().name(), CodePoints.ORDER)
          .thenComparing(key -> key.payer().town(), CodePoints.ORDER)
          .thenComparing(key -> key.payer().fund(), CodePoints.ORDER)
          .thenComparing(key -> key.payeeKind().name(), CodePoints.ORDER)
          .thenComparing(LineKey::payee, CodePoints.ORDER);

  /** A digest of the key and a revision, by which the database tells one line from another. */
  UUID digest(int revision) {
    String all =
        String.join(
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
            Integer.toString(revision));
    return UUID.nameUUIDFromBytes(all.getBytes(StandardCharsets.UTF_8));
  }
}
