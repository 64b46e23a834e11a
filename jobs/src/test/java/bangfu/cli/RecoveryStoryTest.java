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
 * Case C35 to its end: three months were paid, then the death of 10 July became known, and 140 yuan
 * each of August and September must come back.
 */
@OnEachDatabase
class RecoveryStoryTest {
  private static final String GRANDMOTHER = Departments.id("1939-01-01", "01");
  private static final String AUGUST = "201710-0000001";
  private static final String SEPTEMBER = "201710-0000002";

  @Parameter TestServer server;

  @TempDir Path folder;
  private Clerk clerk;

  @BeforeEach
  void aDeathLearntAfterThreePaidMonths() {
    clerk = new Clerk(folder, server.newDatabase(folder));
    clerk.file("H1", GRANDMOTHER, "62220001");
    clerk.remove("nb_member");
    clerk.member("H1", GRANDMOTHER, "户主", "户主");
    clerk.onDibao(GRANDMOTHER);
    clerk.add("rs_medical", "身份证号", GRANDMOTHER, "险种", "居民", "起始日期", "2016-07-01");
    clerk.pays("2.2.5-f");
    List.of("2017-07", "2017-08", "2017-09").forEach(this::pays);
    clerk.add("zx_death", "身份证号", GRANDMOTHER, "死亡日期", "2017-07-10");
    clerk.runs("2017-10");
  }

  @Test
  void whatWasPaidAfterTheDeathComesBackInTwoParts() {
    assertThat(recoveries("2017-10"))
        .containsExactly(AUGUST + " 140.00 待追回", SEPTEMBER + " 140.00 待追回");

    takes("decide", AUGUST);
    takes("collect", AUGUST, "--amount", "100");
    assertThat(clerk.screen()).contains("部分追回", "已追回 100.00 元", "未追回 40.00 元");
    takes("decide", SEPTEMBER);
    clerk.runs("2017-11");
    assertThat(recoveries("2017-11"))
        .containsExactly(AUGUST + " 140.00 部分追回", SEPTEMBER + " 140.00 已决定");

    takes("collect", AUGUST);
    takes("waive", SEPTEMBER);
    clerk.runs("2017-12");
    assertThat(recoveries("2017-12")).isEmpty();
    assertThat(clerk.types("recovery", "list")).isZero();
    assertThat(clerk.screen()).contains("未结 0 笔，尚有 0.00 元未追回");
  }

  @Test
  void aMonthWrittenBeforeTheDecisionStaysAsItWas() {
    takes("decide", AUGUST);
    takes("collect", AUGUST);
    clerk.runs("2017-10");

    assertThat(recoveries("2017-10"))
        .containsExactly(AUGUST + " 140.00 待追回", SEPTEMBER + " 140.00 待追回");
    assertThat(clerk.types("recovery", "list")).isZero();
    assertThat(clerk.screen()).contains("未结 1 笔，尚有 140.00 元未追回").doesNotContain(AUGUST);
  }

  @Test
  void nothingIsCollectedOrWaivedBeforeItIsDecided() {
    assertThat(step("collect", AUGUST)).isEqualTo(ExitCodes.FAILED);
    assertThat(clerk.screen()).contains("尚未决定", "bangfu recovery decide " + AUGUST);
    assertThat(step("waive", AUGUST)).isEqualTo(ExitCodes.FAILED);
    takes("decide", AUGUST);
    assertThat(step("decide", AUGUST)).isEqualTo(ExitCodes.FAILED);
  }

  @Test
  void neverMoreComesBackThanIsOpen() {
    takes("decide", AUGUST);
    takes("collect", AUGUST, "--amount", "100.00");

    assertThat(step("collect", AUGUST, "--amount", "40.01")).isEqualTo(ExitCodes.FAILED);
    assertThat(clerk.screen()).contains("40.01 元多于尚未追回的 40.00 元");
    takes("collect", AUGUST, "--amount", "40");
    assertThat(step("collect", AUGUST)).isEqualTo(ExitCodes.FAILED);
    assertThat(clerk.screen()).contains("已了结");
  }

  @Test
  void aWrongNumberOrSumIsExplained() {
    assertThat(step("decide", "201710-0000009")).isEqualTo(ExitCodes.FAILED);
    assertThat(clerk.screen()).contains("没有追回号 201710-0000009");
    assertThat(step("decide", "17")).isEqualTo(ExitCodes.WRONG_USAGE);
    takes("decide", AUGUST);
    for (String wrong : List.of("0", "-5", "1.005")) {
      assertThat(step("collect", AUGUST, "--amount=" + wrong)).isEqualTo(ExitCodes.WRONG_USAGE);
    }
  }

  /** A month that counts as sent: this register never used approval. */
  private void pays(String month) {
    clerk.runs(month);
    assertThat(clerk.reads(month, "recoveries.csv", "追回号")).isEmpty();
  }

  private List<String> recoveries(String month) {
    return clerk.reads(month, "recoveries.csv", "追回号", "金额", "状态");
  }

  private void takes(String step, String number, String... options) {
    assertThat(step(step, number, options)).as(clerk.screen()).isZero();
  }

  private int step(String step, String number, String... options) {
    List<String> words = new ArrayList<>(List.of("recovery", step, number));
    words.addAll(List.of("--as", "李审", "--reason", "死亡后多发"));
    words.addAll(List.of(options));
    return clerk.types(words.toArray(String[]::new));
  }
}
