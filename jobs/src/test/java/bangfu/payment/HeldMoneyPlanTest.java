package bangfu.payment;

import static bangfu.ledger.Sums.accrual;
import static bangfu.ledger.Sums.rule;
import static bangfu.ledger.Sums.topUp;
import static bangfu.payment.MonthlyJob.account;
import static org.assertj.core.api.Assertions.assertThat;

import bangfu.database.TestServer;
import bangfu.engine.claim.PayerLevel;
import bangfu.engine.fold.Accrual;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** H2 finds held money by its numbers: a ledger of years is not gone through for a few lines. */
class HeldMoneyPlanTest {
  private static final int PAID_LINES = 1_000;
  private static final Pattern ROWS_READ = Pattern.compile("scanCount: (\\d+)");

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {OpenLines.EARLIER, HeldRows.QUERY, HeldFile.QUERY, Balance.HELD})
  void readsFewRowsForAFewHeldLines(String query) {
    try (MonthlyJob job = new MonthlyJob(TestServer.H2, folder)) {
      job.rules =
          List.of(
              rule("2.2.5-e", "2017-01-01", "ELDER", PayerLevel.DISTRICT),
              rule("2.2.7-b", "2017-01-01", "ELDER", PayerLevel.DISTRICT));
      job.accounts.put("H1", account("张三", "622200001234"));
      job.run("2017-03", withOneHeld());

      assertThat(job.rows("2017-03", "bank/held.csv")).hasSize(1);
      assertThat(rowsRead(job, query)).isNotEmpty().allMatch(rows -> rows < PAID_LINES / 10);
    }
  }

  /** Lines of a household with an account, and one of a household without. */
  private static Accrual[] withOneHeld() {
    return IntStream.rangeClosed(0, PAID_LINES)
        .mapToObj(
            i ->
                i == 0
                    ? topUp("H2", "P0", "2017-03", 12600)
                    : accrual("2.2.7-b", "H1", "P" + i, "Y2017", LocalDate.of(2017, 3, 10), 100))
        .toArray(Accrual[]::new);
  }

  /** How many rows each part of the statement read. */
  private static List<Integer> rowsRead(MonthlyJob job, String query) {
    YearMonth next = YearMonth.of(2017, 4);
    String plan =
        new NamedParameterJdbcTemplate(job.database.dataSource())
            .queryForObject(
                "explain analyze " + query,
                OpenLines.through(next).addValue("first", 201704_0000001L),
                String.class);
    return ROWS_READ
        .matcher(plan)
        .results()
        .map((MatchResult found) -> Integer.valueOf(found.group(1)))
        .toList();
  }
}
