package bangfu.payment;

import bangfu.ledger.SettledLines;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What a batch still holds by fund and payer: rows withdrawn and lines reversed since it was
 * prepared are left out.
 *
 * @param fund 资金代码
 * @param level name of a {@link bangfu.engine.claim.PayerLevel}
 * @param town code of the paying town; empty unless a town pays
 * @param file of the bank; empty for the settlement lists and for rows that are set off to nothing
 * @param rows bank rows, or settled lines
 * @param amountFen the sum of the lines
 * @param setOffFen what of it pays recoveries and does not leave
 */
public record BatchContent(
    String fund,
    String level,
    String town,
    String file,
    long rows,
    long amountFen,
    long setOffFen) {
  private static final String CONTENT =
      "select f.fund, f.payer_level, f.payer_town, f.file_name, count(*), sum(r.amount_fen),"
          + " sum(r.set_off_fen)"
          + " from bank_file f join bank_row r on r.file_name = f.file_name"
          + " where f.payment_batch = ?"
          + " and not exists (select 1 from bank_row_end e where e.detail_no = r.detail_no)"
          + " group by f.fund, f.payer_level, f.payer_town, f.file_name"
          + " union all select l.fund, l.payer_level, l.payer_town, '', count(*), sum(l.amount_fen), 0"
          + " from ledger_line l where l.line_no >= ? and l.line_no <= ? and "
          + SettledLines.IS_SETTLED
          + " and not exists (select 1 from reversal v where v.original_line_no = l.line_no)"
          + " group by l.fund, l.payer_level, l.payer_town"
          + " union all select l.fund, l.payer_level, l.payer_town, '', count(distinct r.detail_no),"
          + " sum(l.amount_fen), sum(b.set_off_fen) from bank_line b"
          + " join bank_row r on r.detail_no = b.detail_no"
          + " join ledger_line l on l.line_no = b.line_no"
          + " where b.batch_no = ? and r.file_name is null"
          + " and not exists (select 1 from bank_row_end e where e.detail_no = r.detail_no)"
          + " group by l.fund, l.payer_level, l.payer_town order by 1, 2, 3, 4, 7";

  /** The content of a batch, by fund, payer and file. */
  public static List<BatchContent> of(PaymentBatch batch, DataSource source) {
    return new JdbcTemplate(source)
        .query(
            CONTENT,
            (row, number) ->
                new BatchContent(
                    row.getString(1),
                    row.getString(2),
                    row.getString(3),
                    row.getString(4),
                    row.getLong(5),
                    row.getLong(6),
                    row.getLong(7)),
            batch.number(),
            batch.firstLineNo(),
            batch.lastLineNo(),
            batch.number());
  }

  /** What leaves. */
  public long paidFen() {
    return amountFen - setOffFen;
  }

  /** True of rows that are set off to nothing and so are in no file. */
  public boolean isSetOff() {
    return setOffFen > 0 && setOffFen == amountFen;
  }
}
