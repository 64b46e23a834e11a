package bangfu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import bangfu.batch.Departments;
import bangfu.database.Database;
import bangfu.database.OnEachDatabase;
import bangfu.database.TestServer;
import bangfu.database.VersionFive;
import bangfu.ledger.LedgerColumns;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * A register from before the payment life (schema V5, with V1 as it was then) goes on with today's
 * program. Its rows are those of a register that never used approval, without what V6 and later
 * brought; sent_line, which V6 turns into bank_line, is made from that.
 */
@OnEachDatabase
class OlderRegisterTest {
  private static final List<String> TABLES =
      List.of(
          "delivery",
          "delivered_file",
          "archived_part",
          "fact_page",
          "posted_month",
          "ledger_line",
          "reversal",
          "bank_profile",
          "bank_file",
          "bank_row",
          "held_line",
          "job_run");
  private static final String LEDGER =
      "select " + LedgerColumns.SELECTED + " from ledger_line l order by l.line_no";

  @Parameter TestServer server;
  @TempDir Path folder;
  private Clerk clerk;
  private List<Map<String, Object>> ledger;

  @BeforeEach
  void twoMonthsAtVersionFive() throws IOException {
    Path before = Files.createDirectories(folder.resolve("before"));
    String source = server.newDatabase(before);
    Clerk former = new Clerk(before, source);
    district(former);
    former.runs("2017-07", "2017-08");
    String url = server.newDatabase(folder);
    try (Database from = Database.open(source)) {
      JdbcTemplate old = new JdbcTemplate(from.dataSource());
      ledger = old.queryForList(LEDGER);
      copy(old, new JdbcTemplate(VersionFive.make(server, url, folder.resolve("scripts"))));
    }
    clerk = new Clerk(folder, url);
    district(clerk);
  }

  /** A grandmother on dibao with her premium, and a woman without an account. */
  private static void district(Clerk clerk) {
    String grandmother = Departments.id("1939-01-01", "01");
    clerk.file("H1", grandmother, "62220001");
    clerk.onDibao(grandmother);
    clerk.add("rs_medical", "身份证号", grandmother, "险种", "居民", "起始日期", "2016-07-01");
    clerk.pays("2.2.5-f");
    String other = Departments.id("1945-01-01", "02");
    clerk.file("H2", other, "62220002");
    clerk.remove("cz_account", "户编号", "H2");
    clerk.add("mz_dibao", "身份证号", other, "起始日期", "2016-01-01");
  }

  private static void copy(JdbcTemplate from, JdbcTemplate to) {
    for (String table : TABLES) {
      Set<String> columns = columns(to, table);
      String names = String.join(", ", columns);
      String places = ", ?".repeat(columns.size()).substring(2);
      List<Object[]> rows = new ArrayList<>();
      from.queryForList("select " + names + " from " + table)
          .forEach(row -> rows.add(columns.stream().map(row::get).toArray()));
      assertThat(table.equals("reversal") || !rows.isEmpty()).as(table).isTrue();
      to.batchUpdate("insert into " + table + " (" + names + ") values (" + places + ")", rows);
    }
    List<Object[]> sent = new ArrayList<>();
    from.queryForList("select line_no, posting_month, detail_no from bank_line")
        .forEach(row -> sent.add(row.values().toArray()));
    to.batchUpdate(
        "insert into sent_line (line_no, posting_month, detail_no) values (?, ?, ?)", sent);
  }

  private static Set<String> columns(JdbcTemplate jdbc, String table) {
    Set<String> columns = new TreeSet<>();
    jdbc.query(
        "select * from " + table + " where 1 = 0",
        row -> {
          for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
            columns.add(row.getMetaData().getColumnName(i).toLowerCase(Locale.ROOT));
          }
          return null;
        });
    return columns;
  }

  @Test
  void theLedgerStaysAndTheNextMonthPostsOnlyItsOwn() {
    clerk.runs("2017-08");
    assertThat(clerk.reads("2017-08", "ledger.csv", "流水号")).hasSize(monthLines(201708));
    clerk.runs("2017-09");

    assertThat(clerk.reads("2017-09", "ledger.csv", "户编号", "条款", "归属期间", "金额", "原因"))
        .containsExactly("H1 2.2.5-e M2017-09 140.00 正常", "H2 2.2.5-e M2017-09 140.00 正常");
    assertThat(verify()).as(clerk.screen()).isZero();
  }

  @Test
  void approvalCanBeTurnedOn() {
    Path delivery = clerk.deliverTo(folder.resolve("september"));
    assertThat(
            clerk.types(
                "run",
                "--month",
                "2017-09",
                "--as",
                "王办",
                "--extracts",
                delivery.toString(),
                "--out",
                clerk.out().toString()))
        .as(clerk.screen())
        .isZero();
    assertThat(clerk.types("batches", "--month", "2017-09")).isZero();
    assertThat(clerk.screen()).contains("王办");
    assertThat(verify()).as(clerk.screen()).isZero();
  }

  private int monthLines(int month) {
    return (int)
        ledger.stream()
            .filter(row -> ((Number) row.get("posting_month")).intValue() == month)
            .count();
  }

  private int verify() {
    return clerk.types("verify", "--out", clerk.out().toString());
  }
}
