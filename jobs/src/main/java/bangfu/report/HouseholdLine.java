package bangfu.report;

import bangfu.engine.claim.PayeeKind;
import bangfu.ledger.LedgerColumns;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * A ledger line among those of its household, for all files that are made household by household.
 *
 * @param month yyyymm
 * @param cells in the order of {@link LedgerColumns#headers}
 */
@SuppressWarnings("ArrayRecordComponent") // passed on, never compared
record HouseholdLine(
    long number,
    int month,
    String household,
    String town,
    String subject,
    SummarySums.Key key,
    PayeeKind payeeKind,
    long amountFen,
    Object[] cells) {
  /** What a query on ledger_line, there called {@code l}, selects. */
  static final String SELECTED = "l.household_no as household, " + LedgerColumns.SELECTED;

  static HouseholdLine of(ResultSet row) throws SQLException {
    return new HouseholdLine(
        row.getLong("line_no"),
        row.getInt("posting_month"),
        row.getString("household_no"),
        row.getString("town"),
        row.getString("subject"),
        new SummarySums.Key(
            row.getString("clause"),
            row.getString("payer_level"),
            row.getString("payer_town"),
            row.getString("fund")),
        PayeeKind.valueOf(row.getString("payee_kind")),
        row.getLong("amount_fen"),
        LedgerColumns.cells(row, 1));
  }
}
