package bangfu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import bangfu.batch.Departments;
import bangfu.database.OnEachDatabase;
import bangfu.database.TestServer;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

/**
 * An old couple gets 140 yuan a month each. She dies on 10 June, and the bureau learns it in
 * September: July and August were paid for her too. 李审 decides that this comes back, 赵科 that it is
 * kept from what the widower gets: of July's at most 100 a month.
 */
@OnEachDatabase
class SetOffStoryTest {
  private static final String WIDOWER = Departments.id("1939-01-01", "01");
  private static final String WIFE = Departments.id("1940-01-01", "02");
  private static final String JULY = "201709-0000002";
  private static final String AUGUST = "201709-0000003";

  @Parameter TestServer server;

  @TempDir Path folder;
  private Clerk clerk;

  @Test
  void whatWasPaidTooMuchIsKeptFromLaterPayments() throws Exception {
    clerk = new Clerk(folder, server.newDatabase(folder));
    anOldCouple();
    prepares("2017-08");
    sends("2017-08");
    clerk.add("zx_death", "身份证号", WIFE, "死亡日期", "2017-06-10");
    prepares("2017-09");
    sends("2017-09");
    assertThat(clerk.reads("2017-09", "recoveries.csv", "追回号", "金额", "状态"))
        .containsExactly(JULY + " 140.00 待追回", AUGUST + " 140.00 待追回");

    aSecondPersonDecidesToSetOff();
    prepares("2017-10");
    theWidowerGetsFortyYuan();
    collectingMoreThanIsLeftIsRefused();
    sends("2017-10");
    theListLiesBesideTheBankFiles("201710-003", "2017-10");
    takes("shen", "李审", "decide", AUGUST);
    takes("zhao", "赵科", "set-off", AUGUST);

    prepares("2017-11");
    nothingGoesToTheBank();
    sends("2017-11");
    theListLiesBesideTheBankFiles("201711-004", "2017-11");
    assertThat(clerk.types("recovery", "list")).isZero();
    assertThat(clerk.screen())
        .contains("未结 1 笔，尚有 40.00 元未追回", "追回 " + AUGUST + " 由 赵科 决定从以后发放中抵扣")
        .doesNotContain(JULY);

    prepares("2017-12");
    assertThat(setOff("2017-12")).containsExactly(AUGUST + " 40.00 140.00 100.00");
    theBatchIsWithdrawn();
    takes("zhao", "赵科", "set-off", AUGUST, "--withdraw");
    assertThat(step("zhao", "赵科", "set-off", AUGUST, "--withdraw")).isEqualTo(ExitCodes.FAILED);
    assertThat(clerk.screen()).contains("没有抵扣决定可撤销");
  }

  private void anOldCouple() {
    clerk.file("H1", WIDOWER, "62220001");
    clerk.member("H1", WIFE, "老伴", "配偶");
    clerk.onDibao(WIDOWER);
    clerk.add("mz_dibao", "身份证号", WIFE, "起始日期", "2016-01-01");
    clerk.add("cz_budget", "年度", "2017", "资金代码", "F1", "付款层级", "区", "金额", "100000.00");
  }

  private void aSecondPersonDecidesToSetOff() {
    assertThat(step("zhao", "赵科", "set-off", JULY)).isEqualTo(ExitCodes.FAILED);
    assertThat(clerk.screen()).contains("尚未决定", "bangfu recovery decide " + JULY);
    takes("shen", "李审", "decide", JULY);
    assertThat(step("zhao", "李审", "set-off", JULY)).isEqualTo(ExitCodes.FAILED);
    assertThat(clerk.screen()).contains("李审 决定的，抵扣须由另一人决定");
    assertThat(step("shen", "赵科", "set-off", JULY)).isEqualTo(ExitCodes.FAILED);
    assertThat(clerk.screen()).contains("抵扣须在另一个账户下决定");
    assertThat(step("zhao", "赵科", "set-off", JULY, "--per-month=0"))
        .isEqualTo(ExitCodes.WRONG_USAGE);
    assertThat(clerk.screen()).contains("--per-month 应为大于 0");
    takes("zhao", "赵科", "set-off", JULY, "--per-month", "100");
    assertThat(clerk.screen()).contains("总共至多 不限，每月至多 100.00");
    assertThat(step("zhao", "赵科", "set-off", JULY)).isEqualTo(ExitCodes.FAILED);
    assertThat(clerk.screen()).contains("已由 赵科 决定抵扣");
  }

  private void theWidowerGetsFortyYuan() throws Exception {
    assertThat(paid("2017-10")).containsExactly("40.00");
    assertThat(setOff("2017-10")).containsExactly(JULY + " 100.00 140.00 40.00");
    assertThat(clerk.reads("2017-10", "ledger.csv", "归属期间", "金额"))
        .as("the ledger stays whole")
        .containsExactly("M2017-10 140.00");
    assertThat(manifest("2017-10")).contains("\"setOff\" : \"100.00\"", "\"holds\" : true");
    assertThat(manifest("2017-09")).doesNotContain("setOff");

    assertThat(clerk.types("batches", "--month", "2017-10")).isZero();
    assertThat(clerk.screen()).contains("实发 40.00 元：应发 140.00 元，抵扣追回 100.00 元");
    String told = "应发 140.00 元，抵扣追回 " + JULY + " 共 100.00 元，实发 40.00 元（未发送）";
    assertThat(clerk.types("explain", "--bank", "2017100000001")).isZero();
    assertThat(clerk.screen()).contains(told);
    assertThat(clerk.types("ledger", "--household", "H1")).isZero();
    assertThat(clerk.screen()).contains(told);
    Path letter = folder.resolve("letter.html");
    assertThat(clerk.types("explain", "--household", "H1", "--html", letter.toString())).isZero();
    assertThat(Files.readString(letter)).contains("抵扣以前多发的钱", ">100.00<", ">40.00<", JULY);
  }

  private void collectingMoreThanIsLeftIsRefused() {
    assertThat(step("shen", "李审", "collect", JULY, "--amount", "40.01"))
        .isEqualTo(ExitCodes.FAILED);
    assertThat(clerk.screen()).contains("未发送的批次里已抵扣 100.00 元，现在至多可登记 40.00 元");
    assertThat(step("shen", "李审", "waive", JULY)).isEqualTo(ExitCodes.FAILED);
  }

  private void nothingGoesToTheBank() {
    assertThat(setOff("2017-11"))
        .containsExactly(JULY + " 40.00 140.00 0.00", AUGUST + " 100.00 140.00 0.00");
    assertThat(bankFile("2017-11")).doesNotExist();
    assertThat(clerk.reads("2017-11", "recoveries.csv", "追回号", "状态"))
        .containsExactly(JULY + " 部分追回", AUGUST + " 已决定");
    assertThat(clerk.types("batches", "--month", "2017-11")).isZero();
    assertThat(clerk.screen()).contains("（全额抵扣，不进银行文件）", "实发 0.00 元：应发 140.00 元");
  }

  /** A payment made anew is in no month's list before the next run: what is sent has its own. */
  private void theListLiesBesideTheBankFiles(String batch, String month) {
    assertThat(out("sent/" + batch + "/set_off.csv"))
        .hasSameBinaryContentAs(out(month + "/set_off.csv"));
    assertThat(out("sent/201708-001/set_off.csv")).doesNotExist();
  }

  /** He died on 30 November: what was prepared for December is taken back before it is sent. */
  private void theBatchIsWithdrawn() {
    clerk.add("zx_death", "身份证号", WIDOWER, "死亡日期", "2017-11-30");
    clerk.imports("2017-12-31");
    clerk.posts("死亡", "--all");
    assertThat(clerk.types("recovery", "list")).isZero();
    assertThat(clerk.screen()).contains("尚有 40.00 元未追回", "其中 0.00 元在未发送的批次里");
    assertThat(out("2017-12/set_off.csv")).doesNotExist();
    verifies();
  }

  private void prepares(String month) {
    Path delivery = clerk.deliverTo(folder.resolve("month"));
    types(
        "wang",
        "run",
        "--month",
        month,
        "--extracts",
        delivery.toString(),
        "--out",
        clerk.out().toString(),
        "--as",
        "王办");
    verifies();
  }

  private void sends(String month) {
    types("shen", "approve", "--month", month, "--as", "李审", "--reason", "核对无误");
    String out = clerk.out().toString();
    types("shen", "send", "--month", month, "--as", "李审", "--reason", "交银行", "--out", out);
    verifies();
  }

  private void verifies() {
    types("wang", "verify", "--out", clerk.out().toString());
  }

  private void types(String user, String... words) {
    assertThat(clerk.typesAs(user, words)).as(clerk.screen()).isZero();
  }

  private void takes(String user, String who, String step, String number, String... options) {
    assertThat(step(user, who, step, number, options)).as(clerk.screen()).isZero();
  }

  private int step(String user, String who, String step, String number, String... options) {
    List<String> words = new ArrayList<>(List.of("recovery", step, number));
    words.addAll(List.of("--as", who, "--reason", "死亡后多发"));
    words.addAll(Arrays.asList(options));
    return clerk.typesAs(user, words.toArray(String[]::new));
  }

  private List<String> setOff(String month) {
    return clerk.reads(month, "set_off.csv", "追回号", "抵扣金额", "应发", "实发");
  }

  private List<String> paid(String month) throws Exception {
    return Files.readAllLines(bankFile(month), Charset.forName("GBK")).stream()
        .skip(1)
        .map(row -> row.split(",", -1)[3])
        .toList();
  }

  private Path bankFile(String month) {
    return out(month + "/bank/F1_DISTRICT_" + month.replace("-", "") + "_001.csv");
  }

  private String manifest(String month) throws Exception {
    return Files.readString(out(month + "/manifest.json"));
  }

  private Path out(String file) {
    return clerk.out().resolve(file);
  }
}
