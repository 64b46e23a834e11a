package bangfu.ledger;

import static bangfu.ledger.Sums.IN_TOWN;
import static bangfu.ledger.Sums.topUp;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bangfu.assess.CorrectionReason;
import bangfu.database.Database;
import bangfu.database.OnEachDatabase;
import bangfu.database.TestServer;
import bangfu.engine.fold.Accrual;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@OnEachDatabase
class PublicationTest {
  private static final YearMonth MARCH = YearMonth.of(2017, 3);

  @Parameter TestServer server;

  @TempDir Path folder;
  private Database database;

  @BeforeEach
  void open() {
    database = Database.open(server.newDatabase(folder));
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void numbersInKeyOrderWhateverTheStagingOrder() {
    List<LedgerLine> lines =
        new ArrayList<>(
            lines(MARCH, topUp("H-10", "P", "2017-03", 1), topUp("H-1", "P", "2017-03", 2)));
    lines.addAll(lines(MARCH, topUp("H1", "P", "2017-03", 3), topUp("H-1A", "P", "2017-03", 4)));
    Collections.shuffle(lines, new Random(5));

    assertThat(publish(MARCH, lines)).isEqualTo(4);
    assertThat(numbered())
        .containsExactly(
            "201703-0000001 H-1 2",
            "201703-0000002 H-10 1",
            "201703-0000003 H-1A 4",
            "201703-0000004 H1 3");
  }

  @Test
  void continuesAfterTheMonthsExistingLinesAndEmptiesTheStaging() {
    publish(MARCH, lines(MARCH, topUp("H2", "P", "2017-03", 1)));
    publish(MARCH, lines(MARCH, topUp("H1", "P", "2017-03", 2)));

    assertThat(publish(MARCH, List.of())).isZero();
    assertThat(numbered()).containsExactly("201703-0000001 H2 1", "201703-0000002 H1 2");
  }

  @Test
  void numbersMoreLinesThanAPageHolds() {
    Accrual[] due =
        IntStream.rangeClosed(1, 10_050)
            .mapToObj(i -> topUp("H%05d".formatted(i), "P", "2017-03", i))
            .toArray(Accrual[]::new);

    assertThat(publish(MARCH, lines(MARCH, due))).isEqualTo(10_050);
    assertThat(numbered())
        .hasSize(10_050)
        .contains("201703-0010000 H10000 10000", "201703-0010001 H10001 10001")
        .endsWith("201703-0010050 H10050 10050");
  }

  @Test
  void publishesNothingInAMonthBeforeTheLastPostedOne() {
    publish(MARCH.plusMonths(1), List.of());

    assertThat(publish(MARCH, lines(MARCH, topUp("H1", "P", "2017-03", 2)))).isZero();
    assertThat(publish(MARCH.plusMonths(1), List.of())).isZero();
    assertThat(numbered()).isEmpty();
    assertThat(new PostedMonths(database.dataSource()).knownDelivery(MARCH)).isEmpty();
    assertThat(new PostedMonths(database.dataSource()).knownDelivery(MARCH.plusMonths(1)))
        .contains(3);
  }

  @Test
  void readsBackWhatItPublished() {
    List<LedgerLine> lines = lines(MARCH, topUp("H1", "P", "2017-03", 2));
    publish(MARCH, lines);

    PostedLines posted = new PostedLines(database.dataSource());
    assertThat(posted.of(List.of("H1", "H2"), MARCH))
        .isEqualTo(
            Map.of("H1", List.of(new PostedLine("201703-0000001", MARCH, lines.get(0), false))));
    assertThat(posted.of(List.of("H1"), MARCH.minusMonths(1))).isEmpty();
  }

  @Test
  void theDatabaseRefusesASecondReversalOfALine() {
    LedgerLine line = lines(MARCH, topUp("H1", "P", "2017-03", 2)).get(0);
    publish(MARCH, List.of(line));
    publish(MARCH, List.of(line.reversedBy("201703-0000001", 1, CorrectionReason.OTHER)));

    assertThatThrownBy(
            () ->
                publish(
                    MARCH, List.of(line.reversedBy("201703-0000001", 2, CorrectionReason.OTHER))))
        .isInstanceOf(DuplicateKeyException.class)
        .message()
        .containsIgnoringCase("reversed_once");
    assertThat(numbered()).hasSize(2);
  }

  @Test
  void theDatabaseRefusesALineTwice() {
    List<LedgerLine> lines = lines(MARCH, topUp("H1", "P", "2017-03", 2));
    publish(MARCH, lines);

    assertThatThrownBy(() -> publish(MARCH, lines))
        .isInstanceOf(DuplicateKeyException.class)
        .message()
        .containsIgnoringCase("ledger_line_once");
  }

  @Test
  void needsATransaction() {
    Publication publication = new Publication(database.dataSource());
    assertThatIllegalStateException().isThrownBy(() -> publication.publish(MARCH, 1, 1));
  }

  private static List<LedgerLine> lines(YearMonth month, Accrual... accruals) {
    return new Posting(month, new PayerRules(List.of(), Map.of()), clause -> "增发", Set.of())
        .difference(List.of(accruals), List.of(), IN_TOWN, line -> CorrectionReason.OTHER);
  }

  private long publish(YearMonth month, List<LedgerLine> lines) {
    Staging.Writer staging = new Staging(database.dataSource()).writer(0);
    staging.add(lines);
    staging.finish();
    return new TransactionTemplate(database.transactions())
        .execute(status -> new Publication(database.dataSource()).publish(month, 3, 7));
  }

  private List<String> numbered() {
    return JdbcClient.create(database.dataSource())
        .sql("select line_no, household_no, amount_fen from ledger_line order by 1")
        .query(
            (row, number) ->
                LineNumber.text(row.getLong(1)) + " " + row.getString(2) + " " + row.getLong(3))
        .list();
  }
}
