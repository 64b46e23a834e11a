package bangfu.batch;

import bangfu.database.Database;
import bangfu.intake.DeliveredBytes;
import bangfu.intake.Tables;
import bangfu.quality.Findings;
import bangfu.quality.QualityFile;
import bangfu.register.DeliveryReport;
import bangfu.register.Instructions;
import bangfu.register.Reception;
import bangfu.register.Register;
import bangfu.report.DeliveryFiles;
import bangfu.report.FolderSwap;
import bangfu.report.RejectFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The nightly import alone: a delivery into the register, its rejects and quality checks into a
 * folder.
 */
public final class ImportJob {
  private final Database database;
  private final Progress progress;
  private final Clock clock;

  public ImportJob(Database database, Progress progress, Clock clock) {
    this.database = database;
    this.progress = progress;
    this.clock = clock;
  }

  /**
   * What became of a delivery.
   *
   * @param defects a row or file was rejected, or a blocking check found something
   */
  public record ImportResult(DeliveryReport delivery, Path folder, boolean defects) {}

  /**
   * Receives the extracts as the state at the end of a day and writes {@code
   * <out>/imports/<as-of>/}.
   *
   * @param extracts null when there are only instructions
   * @throws RunLockedException when somebody else runs in this database
   * @throws bangfu.register.StaleDeliveryException when the register knows a later day
   */
  public ImportResult run(Path extracts, LocalDate asOf, Instructions instructions, Path out)
      throws IOException {
    try (RunLock lock = RunLock.acquire(database, clock)) {
      FolderSwap.healAll(out);
      RunBook book = new RunBook(database.dataSource(), clock);
      int run =
          book.open(
              new RunBook.Identity(RunBook.Kind.IMPORT, null, asOf, asOf.toString(), ""),
              database.holder().command());
      try {
        ImportResult result = steps(extracts, asOf, instructions, out);
        lock.requireHeld();
        book.complete(run, RunBook.Result.of(result.defects()));
        return result;
      } catch (RuntimeException | IOException | Error e) {
        MonthlyJob.fail(book, run, e);
        throw e;
      }
    }
  }

  private ImportResult steps(Path extracts, LocalDate asOf, Instructions instructions, Path out)
      throws IOException {
    StepClock steps = new StepClock(progress);
    progress.at(Progress.Stage.IMPORT, 0);
    AtomicLong read = new AtomicLong();
    steps.begin("receive");
    DeliveryReport delivery =
        new Reception(database.dataSource(), database.transactions(), Tables.standard(), clock)
            .receive(
                extracts,
                asOf,
                instructions,
                new DeliveredBytes(),
                rows -> progress.at(Progress.Stage.IMPORT, read.addAndGet(rows)));
    DeliveryCounts.of(delivery).forEach(steps::count);
    steps.end("receive");
    progress.at(Progress.Stage.CHECK, 0);
    steps.begin("check");
    Findings findings = new Findings(database.dataSource());
    new TransactionTemplate(database.transactions())
        .executeWithoutResult(status -> new ImportLook(database, findings, asOf).look());
    steps.end("check");
    steps.begin("write");
    Path folder = out.resolve("imports").resolve(asOf.toString());
    new FolderSwap(folder).replace(fresh -> write(delivery, fresh));
    steps.end("write");
    return new ImportResult(delivery, folder, delivery.hasDefects() || findings.hasBlocking());
  }

  private void write(DeliveryReport delivery, Path folder) {
    Register register = new Register(database.dataSource(), Tables.standard());
    new RejectFiles(register, register.newestDelivery())
        .write(delivery.files(), folder.resolve("rejects"));
    QualityFile.write(database.reader(), folder);
    DeliveryFiles.write(delivery, folder);
  }
}
