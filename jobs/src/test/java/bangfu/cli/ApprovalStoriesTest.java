package bangfu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import bangfu.batch.Departments;
import bangfu.database.OnEachDatabase;
import bangfu.database.TestServer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

/**
 * Stories of a bureau with four eyes: 王办 prepares each month, 李审 approves and sends. A grandmother
 * on dibao gets 140 yuan a month and an insurance of 50 yuan a year.
 */
@OnEachDatabase
class ApprovalStoriesTest {
  private static final String GRANDMOTHER = Departments.id("1939-01-01", "01");
  private static final String[] LINE = {"条款", "归属期间", "付款层级", "金额", "原因", "更正原因"};

  @Parameter TestServer server;

  @TempDir Path folder;
  private Clerk clerk;

  @BeforeEach
  void aGrandmotherOnDibao() {
    clerk = new Clerk(folder, server.newDatabase(folder));
    clerk.file("H1", GRANDMOTHER, "62220001");
    clerk.remove("nb_member");
    clerk.member("H1", GRANDMOTHER, "户主", "户主");
    clerk.onDibao(GRANDMOTHER);
    clerk.add("cz_budget", "年度", "2017", "资金代码", "F1", "付款层级", "区", "金额", "9000.00");
  }

  @Test
  void aPayerRuleThatArrivesLateMakesTheMoneyPayable() {
    clerk.remove("cz_payer_rule");
    prepares("2017-03");
    assertThat(clerk.reads("2017-03", "ledger.csv", LINE))
        .containsExactly("2.2.5-e M2017-03 未定 140.00 正常", "2.2.5-g Y2017 未定 50.00 正常");
    assertThat(clerk.reads("2017-03", "bank/held.csv", "户编号", "金额", "原因代码"))
        .containsOnly("H1 190.00 NO_PAYER");
    approvesAndSends("2017-03");
    assertThat(sent("201703-001", "bank/detail.csv")).isEmpty();
    assertThat(sent("201703-001", "settlement/insurers-detail.csv")).isEmpty();

    clerk.pays("2.2.5-e");
    clerk.pays("2.2.5-g");
    prepares("2017-04");
    assertThat(clerk.reads("2017-04", "ledger.csv", LINE))
        .containsExactlyInAnyOrder(
            "2.2.5-e M2017-03 未定 -140.00 冲销 PAYER",
            "2.2.5-e M2017-03 区 140.00 补发 PAYER",
            "2.2.5-e M2017-04 区 140.00 正常",
            "2.2.5-g Y2017 未定 -50.00 冲销 PAYER",
            "2.2.5-g Y2017 区 50.00 补发 PAYER");
    assertThat(clerk.reads("2017-04", "bank/held.csv", "户编号")).isEmpty();
    assertThat(clerk.reads("2017-04", "recoveries.csv", "追回号")).isEmpty();

    approvesAndSends("2017-04");
    assertThat(sent("201704-002", "bank/detail.csv")).containsExactly("140.00", "140.00");
    assertThat(sent("201704-002", "settlement/insurers-detail.csv")).containsExactly("50.00");
    verify();
  }

  /** Case C35 to its end. */
  @Test
  void aDeathLearntAfterThreeSentMonthsIsGotBackAndWhatWasNotSentIsCancelled() {
    prepares("2017-07");
    approvesAndSends("2017-07");
    prepares("2017-08");
    approvesAndSends("2017-08");
    prepares("2017-09");
    clerk.add("zx_death", "身份证号", GRANDMOTHER, "死亡日期", "2017-07-10");
    prepares("2017-10");

    assertThat(clerk.reads("2017-10", "ledger.csv", LINE))
        .containsExactly(
            "2.2.5-e M2017-08 区 -140.00 冲销 DEATH", "2.2.5-e M2017-09 区 -140.00 冲销 DEATH");
    List<String> open = clerk.reads("2017-10", "recoveries.csv", "追回号", "金额", "状态");
    assertThat(open).as("September never left").containsExactly("201710-0000001 140.00 待追回");
    decides("approve", "--month", "2017-09");
    decides("send", "--month", "2017-09", "--out", clerk.out().toString());
    assertThat(sent("201709-003", "bank/detail.csv")).isEmpty();

    decides("recovery", "decide", "201710-0000001");
    decides("recovery", "collect", "201710-0000001");
    prepares("2017-11");
    assertThat(clerk.reads("2017-11", "recoveries.csv", "追回号")).isEmpty();
    verify();
  }

  private void prepares(String month) {
    String delivery = clerk.deliverTo(folder.resolve("month")).toString();
    List<String> words = new ArrayList<>(List.of("run", "--month", month, "--as", "王办"));
    words.addAll(List.of("--extracts", delivery, "--out", clerk.out().toString()));
    assertThat(clerk.typesAs("wang", words.toArray(String[]::new))).as(clerk.screen()).isZero();
  }

  private void approvesAndSends(String month) {
    decides("approve", "--month", month);
    decides("send", "--month", month, "--out", clerk.out().toString());
  }

  private void decides(String... step) {
    List<String> words = new ArrayList<>(List.of(step));
    words.addAll(List.of("--as", "李审", "--reason", "核对无误"));
    assertThat(clerk.typesAs("shen", words.toArray(String[]::new))).as(clerk.screen()).isZero();
  }

  /** The sums in a list that was handed over; none without the list. */
  private List<String> sent(String batch, String file) {
    Path list = clerk.out().resolve("sent").resolve(batch).resolve(file);
    return list.toFile().exists()
        ? MonthFolder.rows(list).stream().map(row -> row.get("金额")).toList()
        : List.of();
  }

  private void verify() {
    assertThat(clerk.types("verify", "--out", clerk.out().toString())).as(clerk.screen()).isZero();
  }
}
