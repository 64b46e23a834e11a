package bangfu.payment;

import bangfu.database.BulkInsert;
import bangfu.ledger.LineNumber;
import bangfu.ledger.Months;
import bangfu.ledger.Payer;
import bangfu.payment.profile.BankProfile;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntSupplier;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** Writes what one payment run decides, in batches; {@link #flush} it at the end of each page. */
final class Outbox {
  private final DataSource source;
  private final JdbcTemplate jdbc;
  private final YearMonth month;
  private final BankProfile profile;
  private final IntSupplier paymentBatch;
  private final SetOffRun owed;
  private final Map<Payer, BatchFile> files = new HashMap<>();
  private final List<Object[]> rows = new ArrayList<>();
  private final List<Object[]> paid = new ArrayList<>();
  private final List<Object[]> setOff = new ArrayList<>();
  private final List<Object[]> forgotten = new ArrayList<>();
  private final List<Object[]> held = new ArrayList<>();

  /** A file of this run and how many rows it has. */
  private static final class BatchFile {
    private final String name;
    private int rows;

    BatchFile(String name) {
      this.name = name;
    }
  }

  /**
   * @param profile of the bank that gets the files
   * @param paymentBatch the batch's number, asked for when something leaves
   */
  Outbox(DataSource source, YearMonth month, BankProfile profile, IntSupplier paymentBatch) {
    this.paymentBatch = paymentBatch;
    this.source = source;
    this.jdbc = new JdbcTemplate(source);
    this.month = month;
    this.profile = profile;
    this.owed = new SetOffRun(source, month);
  }

  /**
   * One bank row for the lines of a household in one file. Its 明细流水号 is the number of its first
   * line without the hyphen, and R and the attempt when it is not that line's first: no other row
   * can ever have it. A row that is set off to nothing is in no file.
   *
   * @param lines of one payer, by number, at least one
   */
  void pay(String household, Account account, Payer payer, List<OpenLine> lines) {
    List<SetOffRun.Part> parts = owed.take(household, payer, lines);
    long grossFen = lines.stream().mapToLong(OpenLine::amountFen).reduce(0, Math::addExact);
    long setOffFen = lines.stream().mapToLong(line -> setOffFen(line, parts)).sum();
    BatchFile file = setOffFen == grossFen ? null : file(payer);
    String detailNo = detailNo(lines.get(0));
    rows.add(
        new Object[] {
          detailNo,
          file == null ? null : file.name,
          file == null ? 0 : ++file.rows,
          household,
          account.digits(),
          account.accountName(),
          account.bankName(),
          account.bankCode(),
          grossFen,
          setOffFen
        });
    lines.forEach(line -> paid.add(paid(line, detailNo, setOffFen(line, parts))));
    parts.forEach(part -> setOff.add(setOff(part, detailNo)));
  }

  private static long setOffFen(OpenLine line, List<SetOffRun.Part> parts) {
    return line.setOffFen()
        + parts.stream()
            .filter(part -> part.line().equals(line))
            .mapToLong(SetOffRun.Part::fen)
            .sum();
  }

  private BatchFile file(Payer payer) {
    return files.compute(payer, (p, open) -> open == null || isFull(open) ? nextBatch(p) : open);
  }

  private static String detailNo(OpenLine first) {
    String number = first.lineNo().replace("-", "");
    return first.attempt() == 0 ? number : number + "R" + first.attempt();
  }

  private Object[] setOff(SetOffRun.Part part, String detailNo) {
    return new Object[] {
      part.number(),
      part.decision(),
      number(part.line()),
      detailNo,
      paymentBatch.getAsInt(),
      Months.number(month),
      part.fen()
    };
  }

  private Object[] paid(OpenLine line, String detailNo, long setOffFen) {
    return new Object[] {
      number(line),
      line.attempt(),
      detailNo,
      Months.number(month),
      paymentBatch.getAsInt(),
      line.lastDetailNo(),
      setOffFen
    };
  }

  /** Remembers why a line stays, unless that is known already. */
  void hold(OpenLine line, HoldCode code) {
    if (code != line.lastCode()) {
      forgotten.add(new Object[] {number(line), Months.number(month)});
      held.add(new Object[] {number(line), Months.number(month), code.name()});
    }
  }

  private static long number(OpenLine line) {
    return LineNumber.parse(line.lineNo());
  }

  void flush() {
    jdbc.batchUpdate("delete from held_line where line_no = ? and posting_month = ?", forgotten);
    forgotten.clear();
    insert("bank_row", rows);
    insert("bank_line", paid);
    insert("set_off", setOff);
    insert("held_line", held);
  }

  private void insert(String table, List<Object[]> batch) {
    new BulkInsert(source, table).insert(batch);
    batch.clear();
  }

  private boolean isFull(BatchFile file) {
    return file.rows >= profile.payment().mostRows().orElse(Integer.MAX_VALUE);
  }

  private BatchFile nextBatch(Payer payer) {
    new KeptProfiles(source).keep(profile);
    int batch = 1 + issued(payer);
    String name = BankFileName.of(month, payer, batch);
    jdbc.update(
        "insert into bank_file (file_name, posting_month, fund, payer_level, payer_town, batch_no,"
            + " profile, payment_batch) values (?, ?, ?, ?, ?, ?, ?, ?)",
        name,
        Months.number(month),
        payer.fund(),
        payer.level().name(),
        payer.town(),
        batch,
        profile.sha256(),
        paymentBatch.getAsInt());
    return new BatchFile(name);
  }

  private int issued(Payer payer) {
    return jdbc.queryForObject(
        "select count(*) from bank_file where posting_month = ? and fund = ? and payer_level = ?"
            + " and payer_town = ?",
        Integer.class,
        Months.number(month),
        payer.fund(),
        payer.level().name(),
        payer.town());
  }
}
