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
 * @param version of the program, for the manifest
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
    String version) {

  public static final int DEFAULT_PAGE_UNITS = 500;
  public static final int DEFAULT_PARTITIONS = 2;

  /** A request that accepts no shrunken table, for bank files as the contract has them. */
  public MonthRequest(
      Path extracts, YearMonth month, Path out, int pageUnits, int partitions, String version) {
    this(extracts, month, out, pageUnits, partitions, false, BankProfile.standard(), "", version);
  }

  public MonthRequest {
    if (pageUnits < 1 || partitions < 1) {
      throw new IllegalArgumentException(
          "expected at least one unit a page and one partition, but was "
              + pageUnits
              + " and "
              + partitions);
    }
  }
}
