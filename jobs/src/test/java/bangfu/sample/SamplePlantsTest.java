package bangfu.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What keeps money from the bank in the sample: exactly the three plants. */
class SamplePlantsTest {
  private static final String WITHOUT_ACCOUNT = "DM403107-000457";
  private static final String NAME_BEYOND_GBK = "DM403107-000458";

  @TempDir private static Path folder;

  private static DeliveredTables tables;

  @BeforeAll
  static void generate() throws Exception {
    new SampleGenerator(SampleGenerator.DEFAULT_SEED, SampleGenerator.DEFAULT_HOUSEHOLDS)
        .write(folder);
    tables = new DeliveredTables(folder);
  }

  @Test
  void oneHouseholdHasNoAccount() {
    Set<String> households = numbers("nb_household");
    households.removeAll(numbers("cz_account"));
    assertThat(households).containsExactly(WITHOUT_ACCOUNT);
  }

  @Test
  void oneCardHolderHasANameBeyondGbk() {
    CharsetEncoder gbk = Charset.forName("GBK").newEncoder();
    assertThat(tables.rows("cz_account"))
        .filteredOn(row -> !gbk.canEncode(row.get("户名") + row.get("开户行")))
        .extracting(row -> row.get("户编号"))
        .containsExactly(NAME_BEYOND_GBK);
    assertThat(tables.rows("nb_member"))
        .filteredOn(row -> !gbk.canEncode(row.get("姓名")))
        .extracting(row -> row.get("户编号"))
        .containsExactly(NAME_BEYOND_GBK);
  }

  @Test
  void bothHouseholdsHaveAnElderOnDibaoFromTheFirstMonth() {
    Set<String> onDibao =
        tables.rows("mz_dibao").stream()
            .filter(row -> row.get("起始日期").compareTo("2017-03-10") <= 0)
            .map(row -> row.get("身份证号"))
            .collect(Collectors.toSet());
    for (String number : List.of(WITHOUT_ACCOUNT, NAME_BEYOND_GBK)) {
      assertThat(tables.rows("nb_member"))
          .filteredOn(row -> row.get("户编号").equals(number))
          .anyMatch(
              row ->
                  onDibao.contains(row.get("身份证号"))
                      && row.get("出生日期").compareTo("1956-12-31") <= 0);
    }
  }

  @Test
  void oneClauseHasNoPayer() {
    Set<String> clauses =
        new TreeSet<>(tables.rows("cz_payer_rule").stream().map(row -> row.get("条款")).toList());
    assertThat(clauses)
        .containsExactly(
            "2.2.2-a", "2.2.3-a", "2.2.3-b", "2.2.4-a", "2.2.4-b", "2.2.4-c", "2.2.4-d", "2.2.4-e",
            "2.2.4-f", "2.2.4-g", "2.2.4-h", "2.2.4-j", "2.2.5-e", "2.2.5-f", "2.2.5-g", "2.2.7-b",
            "2.2.7-c");
    assertThat(tables.rows("jy_enrolment"))
        .filteredOn(row -> List.of("专科", "本科").contains(row.get("学段")))
        .filteredOn(row -> row.get("入学学年").equals("2017") && row.get("全日制").equals("是"))
        .hasSizeBetween(20, 60);
  }

  @Test
  void everyAccountIsTheHeadsOwn() {
    Map<String, Map<String, String>> heads = new HashMap<>();
    tables.rows("nb_member").stream()
        .filter(row -> row.get("与户主关系").equals("户主"))
        .forEach(row -> heads.put(row.get("户编号"), row));
    List<Map<String, String>> accounts = tables.rows("cz_account");
    for (Map<String, String> account : accounts) {
      Map<String, String> head = heads.get(account.get("户编号"));
      assertThat(account.get("持卡人身份证号")).isEqualTo(head.get("身份证号"));
      assertThat(account.get("户名")).isEqualTo(head.get("姓名"));
      assertThat(luhnSum(account.get("账号")) % 10).isZero();
    }
    assertThat(accounts.stream().map(row -> row.get("账号"))).doesNotHaveDuplicates();
  }

  @Test
  void oneClaimComesFromAHouseholdThatIsNotVerified() {
    Set<String> verified = numbers("ny_household");
    assertThat(tables.rows("ny_claim"))
        .filteredOn(row -> !verified.contains(row.get("户编号")))
        .hasSize(1);
  }

  private static Set<String> numbers(String table) {
    return new TreeSet<>(tables.rows(table).stream().map(row -> row.get("户编号")).toList());
  }

  private static int luhnSum(String account) {
    int sum = 0;
    for (int i = 0; i < account.length(); i++) {
      int digit = account.charAt(account.length() - 1 - i) - '0';
      int weighted = i % 2 == 1 ? digit * 2 : digit;
      sum += weighted > 9 ? weighted - 9 : weighted;
    }
    return sum;
  }
}
