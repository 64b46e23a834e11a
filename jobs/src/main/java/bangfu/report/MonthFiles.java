package bangfu.report;

import bangfu.ledger.LedgerFile;
import bangfu.payment.Balance;
import bangfu.payment.BankFiles;
import bangfu.payment.HeldFile;
import bangfu.payment.RecoveriesFile;
import bangfu.payment.SettlementFiles;
import bangfu.quality.QualityFile;
import bangfu.rules.Policy;
import bangfu.table.CsvFile;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
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
    return WrittenFiles.hash(folder.resolve("manifest.json"));
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
    CsvFile ledger = new LedgerFile(dataSource).write(month, folder);
    new BankFiles(dataSource).write(month, folder);
    new HeldFile(dataSource).write(month, folder);
    new SettlementFiles(dataSource).write(month, folder);
    new RecoveriesFile(dataSource).write(month, folder);
    HouseholdFiles.households(queries, shown, folder);
    HouseholdFiles.eligibility(queries, folder);
    WrittenFiles.Written ledgers = LedgerFiles.write(queries, shown, folder);
    UndecidedFiles.pending(queries, policy, undecided, folder);
    UndecidedFiles.actions(queries, folder);
    AnnexFile.write(queries, missingTables, folder);
    SummaryFile.write(queries, policy, shown, folder);
    QualityFile.write(dataSource, folder);
    rejects.accept(folder.resolve("rejects"));
    verify(queries, shown, ledger);
    new Manifest(queries, shown).write(policy, version, inputs, balance, ledgers, folder);
  }

  /** The ledger as it is on disk against the database. */
  private static void verify(Queries queries, Month month, CsvFile ledger) {
    if (!WrittenFiles.hash(ledger.path()).equals(ledger.sha256())) {
      throw new IllegalStateException(ledger.path() + " was not read back as it was written");
    }
    long lines =
        queries.number("select count(*) from ledger_line where posting_month = ?", month.number());
    if (lines != ledger.rows()) {
      throw new IllegalStateException(
          "expected " + lines + " lines in ledger.csv, but wrote " + ledger.rows());
    }
  }
}
