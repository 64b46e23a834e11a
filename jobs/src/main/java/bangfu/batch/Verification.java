package bangfu.batch;

import bangfu.database.Database;
import bangfu.ledger.Months;
import bangfu.ledger.Seals;
import bangfu.payment.MoneyChecks;
import bangfu.payment.MoneyChecks.Result;
import bangfu.payment.PaymentBatch;
import bangfu.payment.PaymentBatches;
import bangfu.report.FolderCheck;
import bangfu.report.SentFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** Recomputes what must hold, from the database and the files alone. Reads only. */
public final class Verification {
  private final Database database;
  private final JdbcTemplate jdbc;

  public Verification(Database database) {
    this.database = database;
    this.jdbc = new JdbcTemplate(database.dataSource());
  }

  /**
   * All checks.
   *
   * @param out where the folders lie; months that have none there are not looked at
   */
  public List<Result> of(Path out) {
    List<Result> results = new ArrayList<>();
    results.add(seals());
    results.addAll(MoneyChecks.of(database.dataSource()));
    results.add(months(out));
    results.add(sent(out));
    return results;
  }

  private Result seals() {
    Seals.Report report = new Seals(database.reader()).check();
    Seals.Break broken = report.firstBreak();
    String where =
        broken == null
            ? null
            : broken.firstLineNo().equals(broken.lastLineNo())
                ? broken.firstLineNo()
                : broken.firstLineNo() + " … " + broken.lastLineNo();
    return new Result("SEALS", report.lines(), where);
  }

  /** A month's folder against the manifest that its last complete run left. */
  private Result months(Path out) {
    long looked = 0;
    for (int number :
        jdbc.queryForList(
            "select posting_month from posted_month order by posting_month", Integer.class)) {
      YearMonth month = Months.of(number);
      Path folder = out.resolve(month.toString());
      List<String> manifest =
          jdbc.queryForList(
              "select manifest_sha256 from job_run where kind in ('RUN', 'CORRECTION')"
                  + " and posting_month = ?"
                  + " and status = 'COMPLETED' order by run_no desc limit 1",
              String.class,
              number);
      if (Files.isDirectory(folder) && !manifest.isEmpty() && manifest.get(0) != null) {
        looked++;
        String changed = FolderCheck.firstChanged(folder, manifest.get(0));
        if (changed != null) {
          return new Result("MONTH_FILES", looked, folder.resolve(changed).toString());
        }
      }
    }
    return new Result("MONTH_FILES", looked, null);
  }

  /** The folder of every batch that was sent; a missing one is a break. */
  private Result sent(Path out) {
    long looked = 0;
    for (int number :
        jdbc.queryForList(
            "select distinct b.posting_month from payment_batch b join batch_dispatch d"
                + " on d.batch_no = b.batch_no order by 1",
            Integer.class)) {
      for (PaymentBatch batch : new PaymentBatches(database.dataSource()).of(Months.of(number))) {
        List<String> manifest =
            jdbc.queryForList(
                "select manifest_sha256 from batch_dispatch where batch_no = ?",
                String.class,
                batch.number());
        if (!manifest.isEmpty()) {
          looked++;
          Path folder = SentFolder.of(batch, out);
          String changed = FolderCheck.firstChanged(folder, manifest.get(0));
          if (changed != null) {
            return new Result("SENT_FILES", looked, folder.resolve(changed).toString());
          }
        }
      }
    }
    return new Result("SENT_FILES", looked, null);
  }
}
