package bangfu.batch;

import bangfu.payment.profile.BankProfile;
import java.nio.file.Path;
import java.time.YearMonth;

/**
 * What the operator asks of the monthly job.
 *
 * @param extracts folder of the delivery; null = what the register has
 * @param out folder below which the month's folder goes; null = a dry run that writes nothing
 * @param pageUnits units assessed at a time, from 1; changes no result
 * @param partitions partitions assessed at the same time, from 1; changes no result
 * @param acceptShrink a table may lose more than a twentieth of its rows
 * @param bank how the bank wants the files that this run issues
 * @param preparedBy who answers for what the run prepares; empty = nobody is named
 * @param asKnownOn the delivery that a dry run knows as the newest; 0 = the newest there is
 * @param version of the program, for the manifest
 * @param correction what is posted outside the monthly run; null = the monthly run itself
 */
public record MonthRequest(
    Path extracts,
    YearMonth month,
    Path out,
    int pageUnits,
    int partitions,
    boolean acceptShrink,
    BankProfile bank,
    String preparedBy,
    int asKnownOn,
    String version,
    Correction correction) {

  public static final int DEFAULT_PAGE_UNITS = 20;
  public static final int DEFAULT_PARTITIONS = 2;

  /** A page is one query with a parameter for each household; PostgreSQL takes 65,535. */
  public static final int MAX_PAGE_UNITS = 10_000;

  /**
   * Each may need two connections of the database's {@value
   * bangfu.database.Database#MAX_CONNECTIONS}.
   */
  public static final int MAX_PARTITIONS = 12;

  /** A request that knows what is known now. */
  public MonthRequest(
      Path extracts,
      YearMonth month,
      Path out,
      int pageUnits,
      int partitions,
      boolean acceptShrink,
      BankProfile bank,
      String preparedBy,
      String version) {
    this(
        extracts,
        month,
        out,
        pageUnits,
        partitions,
        acceptShrink,
        bank,
        preparedBy,
        0,
        version,
        null);
  }

  /** A request that accepts no shrunken table, for bank files as the contract has them. */
  public MonthRequest(
      Path extracts, YearMonth month, Path out, int pageUnits, int partitions, String version) {
    this(extracts, month, out, pageUnits, partitions, false, BankProfile.standard(), "", version);
  }

  /** A dry run that knows what was known on a delivery; 0 = what is known now. */
  public static MonthRequest dryRun(YearMonth month, int asKnownOn, String version) {
    return new MonthRequest(
        null,
        month,
        null,
        DEFAULT_PAGE_UNITS,
        DEFAULT_PARTITIONS,
        false,
        BankProfile.standard(),
        "",
        asKnownOn,
        version,
        null);
  }

  /** The same month without a delivery: posts what is due to some units now. */
  public MonthRequest posting(Correction what) {
    return new MonthRequest(
        null,
        month,
        out,
        pageUnits,
        partitions,
        acceptShrink,
        bank,
        preparedBy,
        asKnownOn,
        version,
        what);
  }

  /** Whose lines are posted. */
  Scope scope() {
    return correction == null ? Scope.ALL : correction.scope();
  }

  public MonthRequest {
    if (asKnownOn != 0 && out != null) {
      throw new IllegalArgumentException("only a dry run may know less than the register");
    }
    if (pageUnits < 1 || partitions < 1) {
      throw new IllegalArgumentException(
          "expected at least one unit a page and one partition, but was "
              + pageUnits
              + " and "
              + partitions);
    }
  }
}
