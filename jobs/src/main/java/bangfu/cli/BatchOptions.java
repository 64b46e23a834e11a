package bangfu.cli;

import java.time.YearMonth;
import picocli.CommandLine.Option;

/** Which batches are meant. */
final class BatchOptions {
  @Option(
      names = "--month",
      paramLabel = "YYYY-MM",
      required = true,
      converter = MonthConverter.class,
      descriptionKey = "batch.month")
  YearMonth month;

  /** Null = all of the month that are ready. */
  @Option(names = "--batch", paramLabel = "N", descriptionKey = "batch.number")
  Integer batch;
}
