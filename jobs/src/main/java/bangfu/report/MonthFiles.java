package bangfu.report;

import bangfu.database.KeyPages;
import bangfu.ledger.LedgerFile;
import bangfu.ledger.Months;
import bangfu.payment.Balance;
import bangfu.payment.BankFiles;
import bangfu.payment.HeldFile;
import bangfu.payment.RecoveriesFile;
import bangfu.payment.SettlementFiles;
import bangfu.quality.QualityFile;
import bangfu.register.SideBySide;
import bangfu.rules.Policy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
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
   * Replaces the month's folder.
   *
   * @return the sums of the identity
   * @throws IllegalStateException when an identity does not hold; the old folder stays
   */
  public Balance write(Path out) {
    Balance balance = Balance.through(month, dataSource);
    requireIdentities(balance);
    new FolderSwap(out.resolve(month.toString())).replace(folder -> writeAll(folder, balance));
    return balance;
  }

  /** SHA-256 of the manifest in a month's folder, lower-case hex, which vouches for the others. */
  public static String manifestHash(Path folder) {
    try {
      return WrittenFiles.read(folder, folder.resolve("manifest.json")).sha256();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void requireIdentities(Balance balance) {
    if (!balance.holds()) {
      throw new IllegalStateException(
          "ledger, bank, settlement, held and recoveries disagree: " + balance);
    }
    for (InputFile input : inputs) {
      if (!input.identityHolds()) {
        throw new IllegalStateException("lines do not add up: " + input);
      }
    }
  }

  private void writeAll(Path folder, Balance balance) {
    Queries queries = new Queries(dataSource);
    Month shown = new Month(month);
    try (SideBySide threads = new SideBySide()) {
      List<LedgerFiles.Range> ranges = LedgerFiles.ranges(queries);
      List<Supplier<LedgerFiles.Part>> work = new ArrayList<>();
      KeyPages pages = new KeyPages(dataSource);
      ranges.forEach(range -> work.add(() -> LedgerFiles.write(pages, shown, range, folder)));
      writers(queries, shown)
          .forEach(
              writer ->
                  work.add(
                      () -> {
                        writer.accept(folder);
                        return null;
                      }));
      List<LedgerFiles.Part> parts = threads.all(work, Supplier::get);
      List<WrittenFiles.Written> written =
          threads.all(WrittenFiles.in(folder), file -> WrittenFiles.read(folder, file));
      requireLedger(queries, written);
      WrittenFiles.Written ledgers = LedgerFiles.listed(parts.subList(0, ranges.size()));
      new Manifest(queries, shown)
          .write(policy, version, inputs, balance, written, ledgers, folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All files but the households' ledgers and the manifest; each can be written by itself. */
  private List<Consumer<Path>> writers(Queries queries, Month shown) {
    KeyPages pages = new KeyPages(dataSource);
    return List.of(
        folder -> new SettlementFiles(dataSource).write(month, folder),
        folder -> new LedgerFile(dataSource).write(month, folder),
        folder -> SummaryFile.write(queries, policy, shown, folder),
        folder -> new BankFiles(dataSource).write(month, folder),
        folder -> HouseholdSums.write(pages, queries, shown, folder),
        folder -> EligibilityFile.write(queries, folder),
        folder -> UndecidedFiles.pending(queries, policy, undecided, folder),
        folder -> UndecidedFiles.actions(queries, folder),
        folder -> QualityFile.write(dataSource, folder),
        folder -> new HeldFile(dataSource).write(month, folder),
        folder -> new RecoveriesFile(dataSource).write(month, folder),
        folder -> AnnexFile.write(queries, missingTables, folder),
        folder -> rejects.accept(folder.resolve("rejects")));
  }

  /** The ledger as it is on disk against the database. */
  private void requireLedger(Queries queries, List<WrittenFiles.Written> written) {
    long lines =
        queries.number(
            "select count(*) from ledger_line where line_no > ? and line_no <= ?",
            Months.numbersBegin(month),
            Months.numbersEnd(month));
    long rows =
        written.stream()
            .filter(file -> file.name().equals("ledger.csv"))
            .findFirst()
            .orElseThrow()
            .rows();
    if (lines != rows) {
      throw new IllegalStateException(
          "expected " + lines + " lines in ledger.csv, but it has " + rows);
    }
  }
}
