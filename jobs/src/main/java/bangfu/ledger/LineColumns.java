package bangfu.ledger;

import bangfu.assess.CorrectionReason;
import bangfu.engine.claim.PayeeKind;
import bangfu.engine.claim.PayerLevel;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;

/**
 * The columns of a published line that say what it is. Queries name its number and its month before
 * them, and they are read by position: finding them by name takes longer than reading them.
 */
final class LineColumns {
  static final String NAMES =
      "household_no, line_key, town, village, subject, subject_name, clause, title, period, accrued_on,"
          + " payer_level, payer_town, fund, payee_kind, payee, amount_fen, original_line_no,"
          + " reason, correction, revision, evidence";

  private static final int HOUSEHOLD_NO = 3;
  private static final int TOWN = 5;
  private static final int VILLAGE = 6;
  private static final int SUBJECT = 7;
  private static final int SUBJECT_NAME = 8;
  private static final int CLAUSE = 9;
  private static final int TITLE = 10;
  private static final int PERIOD = 11;
  private static final int ACCRUED_ON = 12;
  private static final int PAYER_LEVEL = 13;
  private static final int PAYER_TOWN = 14;
  private static final int FUND = 15;
  private static final int PAYEE_KIND = 16;
  private static final int PAYEE = 17;
  private static final int AMOUNT_FEN = 18;
  private static final int ORIGINAL_LINE_NO = 19;
  private static final int REASON = 20;
  private static final int CORRECTION = 21;
  private static final int REVISION = 22;
  private static final int EVIDENCE = 23;

  /** Where the cells of {@link LineCells} stand. */
  private static final int[] OF_CELLS = {
    HOUSEHOLD_NO,
    CLAUSE,
    SUBJECT,
    PERIOD,
    PAYER_LEVEL,
    PAYER_TOWN,
    FUND,
    PAYEE_KIND,
    PAYEE,
    REVISION,
    TOWN,
    VILLAGE,
    SUBJECT_NAME,
    TITLE,
    ACCRUED_ON,
    AMOUNT_FEN,
    ORIGINAL_LINE_NO,
    REASON,
    CORRECTION,
    EVIDENCE
  };

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
        row.getInt(REVISION),
        row.getString(TOWN),
        row.getString(VILLAGE),
        row.getString(SUBJECT_NAME),
        row.getString(TITLE),
        row.getObject(ACCRUED_ON, LocalDate.class),
        row.getLong(AMOUNT_FEN),
        original(row.getLong(ORIGINAL_LINE_NO)),
        Reason.valueOf(row.getString(REASON)),
        correction(row.getString(CORRECTION)),
        row.getString(EVIDENCE));
  }

  /** As {@link LineCells} has it. */
  static String[] cells(ResultSet row) throws SQLException {
    String[] cells = new String[LineCells.COUNT];
    for (int i = 0; i < cells.length; i++) {
      cells[i] = row.getString(OF_CELLS[i]);
    }
    String original = cells[LineCells.ORIGINAL_LINE_NO];
    if (original != null) {
      cells[LineCells.ORIGINAL_LINE_NO] = LineNumber.text(Long.parseLong(original));
    }
    if (cells[LineCells.CORRECTION].isEmpty()) {
      cells[LineCells.CORRECTION] = null;
    }
    return cells;
  }

  private static LineKey key(ResultSet row) throws SQLException {
    return new LineKey(
        row.getString(HOUSEHOLD_NO),
        row.getString(CLAUSE),
        row.getString(SUBJECT),
        row.getString(PERIOD),
        payer(row),
        PayeeKind.valueOf(row.getString(PAYEE_KIND)),
        row.getString(PAYEE));
  }

  private static Payer payer(ResultSet row) throws SQLException {
    return new Payer(
        PayerLevel.valueOf(row.getString(PAYER_LEVEL)),
        row.getString(PAYER_TOWN),
        row.getString(FUND));
  }

  private static String original(long number) {
    return number == 0 ? null : LineNumber.text(number);
  }

  private static CorrectionReason correction(String name) {
    return name.isEmpty() ? null : CorrectionReason.valueOf(name);
  }
}
