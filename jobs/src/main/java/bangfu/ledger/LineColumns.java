package bangfu.ledger;

import bangfu.assess.CorrectionReason;
import bangfu.engine.claim.PayeeKind;
import bangfu.engine.claim.PayerLevel;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;

/** The columns of a published line that say what it is; its number stands before them. */
final class LineColumns {
  static final String NAMES =
      "household_no, line_key, town, village, subject, subject_name, clause, title, period, accrued_on,"
          + " payer_level, payer_town, fund, payee_kind, payee, amount_fen, original_line_no,"
          + " reason, correction, revision, evidence";

  private LineColumns() {}

  static Object[] values(LedgerLine line) {
    LineKey key = line.key();
    return new Object[] {
      key.household(),
      key.digest(line.revision()),
      line.town(),
      line.village(),
      key.subject(),
      line.subjectName(),
      key.clause(),
      line.title(),
      key.period(),
      line.accruedOn(),
      key.payer().level().name(),
      key.payer().town(),
      key.payer().fund(),
      key.payeeKind().name(),
      key.payee(),
      line.amountFen(),
      line.originalLineNo() == null ? null : LineNumber.parse(line.originalLineNo()),
      line.reason().name(),
      line.correction() == null ? "" : line.correction().name(),
      line.revision(),
      line.evidence()
    };
  }

  static LedgerLine line(ResultSet row) throws SQLException {
    return new LedgerLine(
        key(row),
        row.getInt("revision"),
        row.getString("town"),
        row.getString("village"),
        row.getString("subject_name"),
        row.getString("title"),
        row.getObject("accrued_on", LocalDate.class),
        row.getLong("amount_fen"),
        original(row.getLong("original_line_no")),
        Reason.valueOf(row.getString("reason")),
        correction(row.getString("correction")),
        row.getString("evidence"));
  }

  private static LineKey key(ResultSet row) throws SQLException {
    return new LineKey(
        row.getString("household_no"),
        row.getString("clause"),
        row.getString("subject"),
        row.getString("period"),
        payer(row),
        PayeeKind.valueOf(row.getString("payee_kind")),
        row.getString("payee"));
  }

  static Payer payer(ResultSet row) throws SQLException {
    return new Payer(
        PayerLevel.valueOf(row.getString("payer_level")),
        row.getString("payer_town"),
        row.getString("fund"));
  }

  private static String original(long number) {
    return number == 0 ? null : LineNumber.text(number);
  }

  private static CorrectionReason correction(String name) {
    return name.isEmpty() ? null : CorrectionReason.valueOf(name);
  }
}
