package bangfu.ledger;

import bangfu.assess.CorrectionReason;
import bangfu.engine.claim.PayeeKind;
import bangfu.engine.claim.PayerLevel;
import bangfu.engine.time.IsoDay;

/**
 * What a line says as a row of texts, for pages and temporary files; null where it says nothing.
 */
final class LineCells {
  static final int COUNT = 20;
  static final int HOUSEHOLD = 0;
  static final int SUBJECT = 2;
  static final int PAYER_LEVEL = 4;
  static final int PAYEE_KIND = 7;
  static final int REVISION = 9;
  static final int SUBJECT_NAME = 12;
  static final int AMOUNT_FEN = 15;
  static final int ORIGINAL_LINE_NO = 16;
  static final int CORRECTION = 18;
  static final int EVIDENCE = 19;

  private LineCells() {}

  static String[] of(LedgerLine line) {
    LineKey key = line.key();
    return new String[] {
      key.household(),
      key.clause(),
      key.subject(),
      key.period(),
      key.payer().level().name(),
      key.payer().town(),
      key.payer().fund(),
      key.payeeKind().name(),
      key.payee(),
      Integer.toString(line.revision()),
      line.town(),
      line.village(),
      line.subjectName(),
      line.title(),
      line.accruedOn().toString(),
      Long.toString(line.amountFen()),
      line.originalLineNo(),
      line.reason().name(),
      line.correction() == null ? null : line.correction().name(),
      line.evidence()
    };
  }

  static LedgerLine line(String[] row) {
    return new LedgerLine(
        new LineKey(
            row[0],
            row[1],
            row[2],
            row[3],
            new Payer(PayerLevel.valueOf(row[PAYER_LEVEL]), row[5], row[6]),
            PayeeKind.valueOf(row[PAYEE_KIND]),
            row[8]),
        Integer.parseInt(row[REVISION]),
        row[10],
        row[11],
        row[12],
        row[13],
        IsoDay.parse(row[14]),
        Long.parseLong(row[15]),
        row[16],
        Reason.valueOf(row[17]),
        row[18] == null ? null : CorrectionReason.valueOf(row[18]),
        row[19]);
  }
}
