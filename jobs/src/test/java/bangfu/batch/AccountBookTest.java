package bangfu.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whose account is fit to be paid into, and that quality.csv says the same (Q27). */
class AccountBookTest {
  private static final String HEAD = District.id("1950-01-01", "01");
  private static final String HEAD_2 = District.id("1951-01-01", "02");

  @TempDir Path folder;
  private District district;

  @BeforeEach
  void open() {
    district = new District(folder);
    district.file("H1", HEAD, "6222 0000-0000 01");
    district.onDibao(HEAD);
  }

  @AfterEach
  void close() {
    district.close();
  }

  @Test
  void anAccountOfAHouseholdThatNobodyKnowsIsNoSecondHousehold() throws IOException {
    district.add(
        "cz_account",
        "户编号",
        "X9",
        "持卡人身份证号",
        HEAD_2,
        "户名",
        "某",
        "账号",
        "62220000000001",
        "开户行",
        "农商银行");

    assertThat(district.run("2017-03").defects()).isFalse();
    assertThat(district.rows("2017-03", "bank/held.csv", "户编号")).isEmpty();
  }

  @Test
  void oneAccountInTwoWaysOfWritingServesTwoHouseholds() throws IOException {
    district.file("H2", HEAD_2, "６２２２００００００００01");

    assertThat(district.run("2017-03").defects()).isTrue();
    assertThat(district.rows("2017-03", "bank/held.csv", "户编号", "原因代码"))
        .containsExactly("H1 ACCOUNT_CHECK");
    assertThat(blocking()).containsExactly("H1 同一账号用于 2 户", "H2 同一账号用于 2 户");
  }

  @Test
  void whoLeftTheHouseholdHoldsItsAccountNoMore() throws IOException {
    Map<String, String> former = district.member("H1", HEAD_2, "老伴", "配偶");
    former.put("离户日期", "2017-04-29");
    district.remove("cz_account");
    district.add(
        "cz_account", "户编号", "H1", "持卡人身份证号", HEAD_2, "户名", "老伴", "账号", "6222", "开户行", "农商银行");

    assertThat(district.run("2017-03").bankRows()).isEqualTo(1);
    assertThat(district.run("2017-04").bankRows()).isZero();
    assertThat(district.rows("2017-04", "bank/held.csv", "过账月份", "原因代码"))
        .containsExactly("2017-04 ACCOUNT_CHECK");
  }

  @Test
  void anAccountThatIsNoNumberBlocks() throws IOException {
    district.remove("cz_account");
    district.add(
        "cz_account", "户编号", "H1", "持卡人身份证号", HEAD, "户名", "户主", "账号", "6222A", "开户行", "农商银行");
    district.run("2017-03");

    assertThat(district.rows("2017-03", "bank/held.csv", "原因代码")).containsExactly("ACCOUNT_CHECK");
    assertThat(blocking()).containsExactly("H1 账号不全是数字，疑被 Excel 改成科学计数法");
  }

  private List<String> blocking() throws IOException {
    return district.rows("2017-03", "quality.csv", "级别", "户编号", "说明").stream()
        .filter(row -> row.startsWith("阻断"))
        .map(row -> row.substring(3))
        .toList();
  }
}
