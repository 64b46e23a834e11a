package bangfu.ledger;

/** Which lines have left: their batch was sent, and what was paid did not come back. */
public final class SentLines {
  /** True of a line, {@code l} in the query, as things are now. */
  public static final String IS_SENT =
      "(("
          + SettledLines.IS_SETTLED
          + " and not exists (select 1 from unsent_batch u"
          + " where l.line_no between u.first_line_no and u.last_line_no))"
          + " or exists (select 1 from bank_line b where b.line_no = l.line_no"
          + " and not exists (select 1 from bank_row_end e where e.detail_no = b.detail_no)"
          + " and not exists (select 1 from returned_row r where r.detail_no = b.detail_no)"
          + " and not exists (select 1 from unsent_batch u where u.batch_no = b.batch_no)))";

  /**
   * True of a line, {@code l} in the query, that keeps its payer: it was sent, or came back and is
   * never paid again. A line without payer never left, which is soon seen.
   */
  static final String KEEPS_PAYER =
      "(l.payer_level <> 'UNSPECIFIED' and ("
          + IS_SENT
          + " or exists (select 1 from held_line w where w.line_no = l.line_no"
          + " and w.code = 'WRITTEN_OFF')))";

  private SentLines() {}
}
