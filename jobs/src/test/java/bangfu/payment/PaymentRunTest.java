package bangfu.payment;

import static bangfu.ledger.Sums.OTHER_TOWN;
import static bangfu.ledger.Sums.TOWN;
import static bangfu.ledger.Sums.accrual;
import static bangfu.ledger.Sums.houseShare;
import static bangfu.ledger.Sums.livingIn;
import static bangfu.ledger.Sums.rule;
import static bangfu.ledger.Sums.to;
import static bangfu.ledger.Sums.topUp;
import static bangfu.payment.MonthlyJob.account;
import static bangfu.payment.MonthlyJob.shared;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import bangfu.database.OnEachDatabase;
import bangfu.database.TestServer;
import bangfu.engine.claim.PayeeKind;
import bangfu.engine.claim.PayerLevel;
import bangfu.engine.fold.Accrual;
import bangfu.payment.profile.BankProfile;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

@OnEachDatabase
class PaymentRunTest {
  private static final LocalDate DAY = LocalDate.of(2017, 9, 30);
  private static final String BANK_FILE = "bank/ELDER_DISTRICT_201703_001.csv";

  @Parameter TestServer server;

  @TempDir Path folder;
  private MonthlyJob job;

  @BeforeEach
  void open() {
    job = new MonthlyJob(server, folder);
    job.rules =
        List.of(
            rule("2.2.5-e", "2017-01-01", "ELDER", PayerLevel.DISTRICT),
            rule("2.2.7-b", "2017-01-01", "ELDER", PayerLevel.DISTRICT),
            rule("2.2.4-e", "2017-01-01", "EDU", PayerLevel.CITY));
    job.accounts.put("H1", account("张三", "6222 0000-1234"));
    job.accounts.put("H2", account("李四", "62220000５678"));
  }

  @AfterEach
  void close() {
    job.close();
  }

  @Test
  void paysOneRowForAHouseholdAndFile() {
    job.run(
        "2017-03",
        topUp("H2", "P3", "2017-03", 12600),
        topUp("H1", "P1", "2017-03", 12600),
        accrual("2.2.7-b", "H1", "P2", "Y2017", LocalDate.of(2017, 3, 10), 100000));

    assertThat(job.rows("2017-03", BANK_FILE))
        .containsExactly(
            "1,622200001234,张三,1126.00,农商银行,,帮扶资金201703,2017030000001",
            "2,622200005678,李四,126.00,农商银行,,帮扶资金201703,2017030000003");
    assertThat(job.rows("2017-03", "bank/detail.csv"))
        .containsExactly(
            "2017030000001,201703-0000001,126.00",
            "2017030000001,201703-0000002,1000.00",
            "2017030000003,201703-0000003,126.00");
    assertThat(job.bytes("2017-03").get("bank/ELDER_DISTRICT_201703_001.manifest.json"))
        .contains(
            "\"rows\" : 2",
            "\"totalFen\" : 125200",
            "\"accountCheckSum\" : 6912",
            "\"firstLedgerNumber\" : \"201703-0000001\"",
            "\"lastLedgerNumber\" : \"201703-0000003\"");
    assertThat(job.balance("2017-03")).isEqualTo(new Balance(125200, 125200, 0, 0, 0, 0));
  }

  @Test
  void writesTheLedgerOfTheMonth() {
    job.run("2017-04", topUp("H1", "P1", "2017-03", 12600));

    assertThat(job.rows("2017-04", "ledger.csv"))
        .containsExactly(
            "201704-0000001,2017-04,H1,440403100,南门村,P1,成员P1,2.2.5-e,项目2.2.5-e,M2017-03,"
                + "2017-03-01,区,,ELDER,家庭,H1,126.00,,补发,");
  }

  @Test
  void issuesNothingWhenTheSameMonthRunsAgain() {
    Accrual due = topUp("H1", "P1", "2017-03", 12600);
    job.run("2017-03", due, topUp("H3", "P4", "2017-03", 12600));
    Map<String, String> first = job.bytes("2017-03");

    assertThat(job.run("2017-03", due, topUp("H3", "P4", "2017-03", 12600))).isZero();
    assertThat(job.bytes("2017-03")).isEqualTo(first);
  }

  @Test
  void issuesANextBatchForALaterPostingOfTheMonth() {
    Accrual first = topUp("H1", "P1", "2017-03", 12600);
    job.run("2017-03", first);
    job.run("2017-03", first, topUp("H1", "P2", "2017-03", 12600));

    assertThat(job.rows("2017-03", BANK_FILE)).hasSize(1);
    assertThat(job.rows("2017-03", "bank/ELDER_DISTRICT_201703_002.csv"))
        .containsExactly("1,622200001234,张三,126.00,农商银行,,帮扶资金201703,2017030000002");
  }

  @Test
  void anIssuedFileStaysInTheProfileItWasIssuedWith() {
    Accrual first = topUp("H1", "P1", "2017-03", 12600);
    job.bank = BankProfile.named("pipe-gbk");
    job.run("2017-03", first);
    String issued = job.bytes("2017-03").get("bank/ELDER_DISTRICT_201703_001.txt");

    job.bank = BankProfile.standard();
    job.run("2017-03", first, topUp("H1", "P2", "2017-03", 12600));

    assertThat(issued)
        .startsWith("ELDER_DISTRICT_201703_001|1|12600\r\n2017030000001|622200001234|");
    assertThat(job.bytes("2017-03"))
        .containsEntry("bank/ELDER_DISTRICT_201703_001.txt", issued)
        .doesNotContainKey(BANK_FILE);
    assertThat(job.rows("2017-03", "bank/ELDER_DISTRICT_201703_002.csv")).hasSize(1);
  }

  @Test
  void beginsANextFileWhenTheBanksIsFull() {
    String most = "extension: csv\n  most-rows: 2";
    job.bank = BankProfile.parse("own", job.bank.document().replace("extension: csv", most));
    job.accounts.put("H3", account("王五", "62220000 9012"));
    job.run(
        "2017-03",
        topUp("H1", "P1", "2017-03", 100),
        topUp("H2", "P2", "2017-03", 200),
        topUp("H3", "P3", "2017-03", 400));

    assertThat(job.rows("2017-03", BANK_FILE)).hasSize(2);
    assertThat(job.rows("2017-03", "bank/ELDER_DISTRICT_201703_002.csv"))
        .containsExactly("1,622200009012,王五,4.00,农商银行,,帮扶资金201703,2017030000003");
    assertThat(job.balance("2017-03")).isEqualTo(new Balance(700, 700, 0, 0, 0, 0));
  }

  @Test
  void holdsWhatTheBanksFileCannotHold() {
    Accrual due = topUp("H1", "P1", "2017-03", 12600);
    job.accounts.put("H1", account("张|三", "622200001234"));
    job.bank = BankProfile.named("pipe-gbk");
    job.run("2017-03", due);
    assertThat(job.rows("2017-03", "bank/held.csv"))
        .singleElement()
        .asString()
        .contains("NAME_ENCODING");

    job.bank = BankProfile.standard();
    job.run("2017-03", due);
    assertThat(job.rows("2017-03", BANK_FILE)).hasSize(1);
    assertThat(job.rows("2017-03", "bank/held.csv")).isEmpty();
  }

  @Test
  void holdsForEachReasonAndReleasesWhenPayable() {
    Accrual[] due = {
      topUp("H1", "P1", "2017-03", 10000),
      topUp("H2", "P2", "2017-03", 20000),
      topUp("H3", "P3", "2017-03", 30000),
      topUp("H4", "P4", "2017-03", 40000),
      topUp("H5", "P5", "2017-03", 50000),
      accrual("2.2.4-a", "H5", "P6", "AY2016", LocalDate.of(2017, 3, 10), 60000),
    };
    job.accounts.put("H1", account("", "张三", "1234"));
    job.accounts.put("H2", account("李四", "李 四", "1234"));
    job.accounts.put("H3", shared(account("王五", "1234"), "H9"));
    job.accounts.put("H4", account("赵𠮷", "1234"));
    job.run("2017-03", due);
    assertThat(codes("2017-03"))
        .containsExactly(
            "H1 区 100.00 ACCOUNT_CHECK",
            "H2 区 200.00 ACCOUNT_CHECK",
            "H3 区 300.00 ACCOUNT_CHECK",
            "H4 区 400.00 NAME_ENCODING",
            "H5 未定 600.00 NO_PAYER",
            "H5 区 500.00 NO_ACCOUNT");
    Map<String, String> march = job.bytes("2017-03");

    List.of("H1", "H2", "H3", "H4").forEach(h -> job.accounts.put(h, account("张三", "1234")));
    job.accounts.put("H5", account("孙七", "12A4"));
    job.run("2017-04", due);
    assertThat(codes("2017-04"))
        .containsExactly("H5 未定 600.00 NO_PAYER", "H5 区 500.00 ACCOUNT_CHECK");
    assertThat(job.rows("2017-04", "bank/ELDER_DISTRICT_201704_001.csv"))
        .hasSize(4)
        .first()
        .isEqualTo("1,1234,张三,100.00,农商银行,,帮扶资金201704,2017030000001");

    job.write("2017-03");
    assertThat(job.bytes("2017-03")).isEqualTo(march);
    assertThat(job.balance("2017-03")).isEqualTo(new Balance(210000, 0, 0, 210000, 0, 0));
    assertThat(job.balance("2017-04")).isEqualTo(new Balance(210000, 100000, 0, 110000, 0, 0));
  }

  /** Java's encoder for GBK writes them, a reader of plain GBK does not know them. */
  @Test
  void holdsWhatOnlyLaterStandardsAddedToTheBanksEncoding() {
    job.accounts.put("H1", account("张\uE000", "1234"));
    job.accounts.put("H2", atBank(account("李四", "1234"), "农商€"));
    job.run("2017-03", topUp("H1", "P1", "2017-03", 10000), topUp("H2", "P2", "2017-03", 20000));

    assertThat(codes("2017-03"))
        .containsExactly("H1 区 100.00 NAME_ENCODING", "H2 区 200.00 NAME_ENCODING");
  }

  @Test
  void releasesHeldMoneyInALaterBatchOfTheSameMonth() {
    Accrual due = topUp("H3", "P3", "2017-03", 30000);
    job.run("2017-03", due);
    assertThat(job.files("2017-03")).doesNotContain(BANK_FILE);

    job.accounts.put("H3", account("王五", "1234"));
    assertThat(job.run("2017-03", due)).isZero();
    assertThat(job.rows("2017-03", BANK_FILE)).hasSize(1);
    assertThat(job.rows("2017-03", "bank/held.csv")).isEmpty();
  }

  /**
   * More households than a page has; the lines of two months of one lie on one page all the same.
   */
  @Test
  void paysWhatWasHeldBesideWhatIsNew() {
    int households = OpenLines.HOUSEHOLDS_PER_PAGE + 500;
    List<Accrual> march = new ArrayList<>();
    List<Accrual> april = new ArrayList<>();
    for (int i = 0; i < households; i++) {
      String household = "N" + (10_000 + i);
      march.add(topUp(household, household + "-1", "2017-03", 100));
      april.add(topUp(household, household + "-2", "2017-04", 20));
    }
    job.run("2017-03", march.toArray(Accrual[]::new));
    assertThat(job.rows("2017-03", "bank/held.csv")).hasSize(households);
    april.add(topUp("A1", "A1-1", "2017-04", 3));
    april.add(topUp("Z1", "Z1-1", "2017-04", 3));

    List.of("A1", "Z1", "N10000", "N11499")
        .forEach(household -> job.accounts.put(household, account("张三", "6222")));
    job.run("2017-04", april.toArray(Accrual[]::new));

    assertThat(job.rows("2017-04", "bank/ELDER_DISTRICT_201704_001.csv"))
        .containsExactly(
            "1,6222,张三,0.03,农商银行,,帮扶资金201704,2017040000001",
            "2,6222,张三,1.20,农商银行,,帮扶资金201704,2017030000001",
            "3,6222,张三,1.20,农商银行,,帮扶资金201704,2017030001500",
            "4,6222,张三,0.03,农商银行,,帮扶资金201704,2017040001502");
    assertThat(job.rows("2017-04", "bank/held.csv")).hasSize(2 * (households - 2));
  }

  @Test
  void settlesWhatIsNotPaidToHouseholds() {
    Accrual waiver =
        to(PayeeKind.SCHOOL, "校1", accrual("2.2.4-e", "H1", "P1", "AY2017", DAY, 50000));
    Accrual other =
        to(PayeeKind.SCHOOL, "校1", accrual("2.2.4-e", "H2", "P2", "AY2017", DAY, 30000));
    Accrual premium =
        to(PayeeKind.ACCIDENT_INSURER, "意外险承保", accrual("2.2.5-g", "H2", "P3", "Y2017", DAY, 5000));
    job.run("2017-09", waiver, other, premium);

    assertThat(job.rows("2017-09", "settlement/schools.csv"))
        .containsExactly("学校,校1,EDU,市,,2,800.00");
    assertThat(job.rows("2017-09", "settlement/schools-detail.csv"))
        .isEqualTo(job.rows("2017-09", "ledger.csv").subList(0, 2));
    assertThat(job.rows("2017-09", "settlement/insurers.csv")).isEmpty();
    assertThat(codes("2017-09")).containsExactly("H2 未定 50.00 NO_PAYER");
    assertThat(job.balance("2017-09")).isEqualTo(new Balance(85000, 0, 80000, 5000, 0, 0));
  }

  @Test
  void cancelsAReversedLineThatWasNotSent() {
    job.run("2017-03", topUp("H3", "P3", "2017-03", 30000));
    job.accounts.put("H3", account("王五", "1234"));
    job.run("2017-04");

    assertThat(job.files("2017-04")).noneMatch(name -> name.contains("ELDER"));
    assertThat(job.rows("2017-04", "bank/held.csv")).isEmpty();
    assertThat(job.rows("2017-04", "recoveries.csv")).isEmpty();
    assertThat(job.balance("2017-04")).isEqualTo(new Balance(0, 0, 0, 0, 0, 0));
  }

  @Test
  void recoversAReversedLineThatWasSentWithoutNettingIt() {
    job.run("2017-03", topUp("H1", "P1", "2017-03", 30000));
    job.run("2017-04", topUp("H1", "P1", "2017-04", 10000));
    job.run("2017-05", topUp("H1", "P1", "2017-04", 10000));

    assertThat(job.rows("2017-04", "bank/ELDER_DISTRICT_201704_001.csv"))
        .containsExactly("1,622200001234,张三,100.00,农商银行,,帮扶资金201704,2017040000002");
    assertThat(job.rows("2017-05", "recoveries.csv"))
        .containsExactly("201704-0000001,201703-0000001,H1,2.2.5-e,300.00,待追回");
    assertThat(job.balance("2017-05")).isEqualTo(new Balance(10000, 40000, 0, 0, 0, 30000));
  }

  @Test
  void paysTheSharesOfAHouseFromThreeFiles() {
    job.run(
        "2017-09",
        houseShare("H1", PayerLevel.CITY, DAY, 2000000),
        houseShare("H1", PayerLevel.DISTRICT, DAY, 2000000),
        houseShare("H1", PayerLevel.TOWN, DAY, 1000000));

    assertThat(job.files("2017-09"))
        .contains(
            "bank/HOUSING_CITY_201709_001.csv",
            "bank/HOUSING_DISTRICT_201709_001.csv",
            "bank/HOUSING_TOWN_" + TOWN + "_201709_001.csv");
  }

  @Test
  void writesAFundCodeThatIsNotAsciiInHex() {
    job.facts = livingIn(OTHER_TOWN);
    job.rules = List.of(rule("2.2.5-e", "2017-01-01", "养老", PayerLevel.TOWN));
    job.run("2017-03", topUp("H1", "P1", "2017-03", 12600));

    assertThat(job.files("2017-03"))
        .contains("bank/e585bbe88081_TOWN_" + OTHER_TOWN + "_201703_001.csv");
  }

  @Test
  void showsAnEarlierMonthAsItWasLastPosted() {
    Accrual due = topUp("H1", "P1", "2017-03", 30000);
    job.run("2017-03", due, topUp("H3", "P3", "2017-03", 500));
    Map<String, String> march = job.bytes("2017-03");
    job.accounts.put("H3", account("王五", "1234"));
    job.run("2017-05", topUp("H3", "P3", "2017-03", 500));

    assertThat(job.run("2017-03", due, topUp("H1", "P9", "2017-03", 700))).isZero();
    assertThat(job.bytes("2017-03")).isEqualTo(march);
    assertThat(job.balance("2017-03").holds()).isTrue();
  }

  @Test
  void needsATransaction() {
    PaymentRun run = new PaymentRun(job.database.dataSource(), job, job.bank);
    assertThatIllegalStateException()
        .isThrownBy(
            () ->
                run.prepare(
                    YearMonth.of(2017, 3), 0, new Preparation(1, job.preparer, Instant.EPOCH)));
  }

  private List<String> codes(String month) {
    return job.rows(month, "bank/held.csv").stream()
        .map(row -> row.split(",", -1))
        .map(cells -> cells[0] + " " + cells[3] + " " + cells[5] + " " + cells[6])
        .toList();
  }

  private static Account atBank(Account account, String bankName) {
    return new Account(
        account.holder(), account.accountName(), account.number(), bankName, "", Set.of());
  }
}
