package bangfu.report;

import bangfu.assess.AssessedRows;
import bangfu.database.KeyPages;
import bangfu.ledger.LedgerFile;
import bangfu.ledger.Seals;
import bangfu.payment.Balance;
import bangfu.payment.BankFiles;
import bangfu.payment.HeldFile;
import bangfu.payment.RecoveriesFile;
import bangfu.payment.SetOffFile;
import bangfu.payment.SettlementFiles;
import bangfu.quality.QualityFile;
import bangfu.register.SideBySide;
import bangfu.rules.Policy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.sql.DataSource;

/**
 * Writes the whole folder of a month from the database, reads it again, and refuses to publish it
 * when money or rows do not agree.
 *
 * @param inputs the delivered files the month rests on
 * @param rejects writes the rejects of these files into a folder
 * @param missingTables tables that were never delivered
 * @param undecided clauses that rest on them
 */
public record MonthFiles(
    DataSource dataSource,
    Policy policy,
    String version,
    YearMonth month,
    List<InputFile> inputs,
    Consumer<Path> rejects,
    Set<String> missingTables,
    Set<String> undecided) {

  /**
   * The sums of a month.
   *
   * @param balance of the identity, cumulated through the month
   */
  public record Sums(Balance balance, LedgerTotals ledger) {}

  /**
   * Replaces the month's folder.
   *
   * @return what the folder comes to
   * @throws IllegalStateException when an identity does not hold; the old folder stays
   */
  public Sums write(Path out) {
    for (InputFile input : inputs) {
      if (!input.identityHolds()) {
        throw new IllegalStateException("lines do not add up: " + input);
      }
    }
    AtomicReference<Sums> sums = new AtomicReference<>();
    new FolderSwap(out.resolve(month.toString())).replace(folder -> sums.set(writeAll(folder)));
    return sums.get();
  }

  /** SHA-256 of the manifest in a month's folder, lower-case hex, which vouches for the others. */
  public static String manifestHash(Path folder) {
    try {
      return WrittenFiles.read(folder, folder.resolve("manifest.json")).sha256();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Sums sums() {
    Balance balance = Balance.through(month, dataSource);
    if (!balance.holds()) {
      throw new IllegalStateException(
          "ledger, bank, settlement, held, set-off and recoveries disagree: " + balance);
    }
    return new Sums(balance, LedgerTotals.of(dataSource, month));
  }

  private Sums writeAll(Path folder) {
    Month shown = new Month(month);
    AssessedRows assessed = new AssessedRows(dataSource);
    try (SideBySide threads = new SideBySide();
        HouseholdFiles households = new HouseholdFiles(new KeyPages(dataSource), shown, folder)) {
      Future<Sums> coming = threads.begin(this::sums);
      Stream<Supplier<HouseholdFiles.Part>> others =
          writers(assessed).stream()
              .map(
                  writer ->
                      () -> {
                        writer.accept(folder);
                        return null;
                      });
      threads.each(
          Stream.concat(others, HouseholdFiles.ranges(assessed).map(r -> () -> households.read(r)))
              .iterator(),
          Supplier::get,
          part -> {
            if (part != null) {
              households.add(part);
            }
          });
      households.finish(policy);
      List<WrittenFiles.Written> written =
          threads.all(WrittenFiles.in(folder), file -> WrittenFiles.read(folder, file));
      Sums sums = SideBySide.result(coming);
      requireLedger(sums.ledger(), written);
      new Manifest(shown, sums, new Seals(dataSource).through(month))
          .write(policy, version, inputs, written, households.ledgers(), folder);
      return sums;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All files but the households' ledgers and the manifest; each can be written by itself. */
  private List<Consumer<Path>> writers(AssessedRows assessed) {
    return List.of(
        this::ledger,
        folder -> new BankFiles(dataSource).write(month, folder),
        folder -> EligibilityFile.write(assessed, folder),
        folder -> UndecidedFiles.pending(assessed, policy, undecided, folder),
        folder -> UndecidedFiles.actions(assessed, folder),
        folder -> QualityFile.write(dataSource, folder),
        folder -> new HeldFile(dataSource).write(month, folder),
        folder -> new RecoveriesFile(dataSource).write(month, folder),
        folder -> new SetOffFile(dataSource).write(month, folder),
        folder -> AnnexFile.write(new Queries(dataSource), missingTables, folder),
        folder -> rejects.accept(folder.resolve("rejects")));
  }

  private void ledger(Path folder) {
    try (SettlementFiles settlement = new SettlementFiles(folder)) {
      new LedgerFile(dataSource).write(month, folder, settlement::add);
    }
  }

  /** The ledger as it is on disk against the database. */
  private static void requireLedger(LedgerTotals totals, List<WrittenFiles.Written> written) {
    long rows =
        written.stream()
            .filter(file -> file.name().equals("ledger.csv"))
            .findFirst()
            .orElseThrow()
            .rows();
    if (totals.all().lines() != rows) {
      throw new IllegalStateException(
          "expected " + totals.all().lines() + " lines in ledger.csv, but it has " + rows);
    }
  }
}
