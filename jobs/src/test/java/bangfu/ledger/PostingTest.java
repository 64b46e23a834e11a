package bangfu.ledger;

import static bangfu.ledger.Sums.IN_TOWN;
import static bangfu.ledger.Sums.OTHER_TOWN;
import static bangfu.ledger.Sums.TOWN;
import static bangfu.ledger.Sums.accrual;
import static bangfu.ledger.Sums.houseShare;
import static bangfu.ledger.Sums.livingIn;
import static bangfu.ledger.Sums.rule;
import static bangfu.ledger.Sums.to;
import static bangfu.ledger.Sums.topUp;
import static org.assertj.core.api.Assertions.assertThat;

import bangfu.assess.CorrectionReason;
import bangfu.engine.claim.PayeeKind;
import bangfu.engine.claim.PayerLevel;
import bangfu.engine.fold.Accrual;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PostingTest {
  private static final PayerRule DISTRICT_PAYS =
      rule("2.2.5-e", "2017-01-01", "ELDER", PayerLevel.DISTRICT);

  private final List<PostedLine> book = new ArrayList<>();
  private final Set<String> undecided = new HashSet<>();
  private List<PayerRule> rules = List.of(DISTRICT_PAYS);
  private FilingFacts facts = IN_TOWN;
  private CorrectionReason reason = CorrectionReason.DEATH;

  @Test
  void postsWhatAccruedThisMonthAndArrears() {
    List<String> lines =
        post("2017-04", topUp("H1", "P1", "2017-04", 12600), topUp("H1", "P1", "2017-03", 12600));

    assertThat(lines)
        .containsExactly(
            "201704-0000001 P1 M2017-03 DISTRICT//ELDER H1 12600 ARREARS null",
            "201704-0000002 P1 M2017-04 DISTRICT//ELDER H1 12600 NORMAL null");
    assertThat(book.get(0).line().subjectName()).isEqualTo("成员P1");
    assertThat(book.get(0).line().title()).isEqualTo("项目2.2.5-e");
    assertThat(book.get(0).line().evidence()).isEqualTo("mz_dibao:2@1");
  }

  @Test
  void postsNothingTwice() {
    Accrual due = topUp("H1", "P1", "2017-03", 12600);
    post("2017-03", due);

    assertThat(post("2017-03", due)).isEmpty();
    assertThat(post("2017-04", due)).isEmpty();
  }

  @Test
  void reversesWholeLinesOfASumNoLongerDue() {
    post("2017-03", topUp("H1", "P1", "2017-03", 12600));

    assertThat(post("2017-04"))
        .containsExactly(
            "201704-0000001 P1 M2017-03 DISTRICT//ELDER H1 -12600 REVERSAL DEATH 201703-0000001");
    assertThat(post("2017-05")).isEmpty();
  }

  @Test
  void revivesAReversedSumForTheReasonOfItsReversal() {
    Accrual due = topUp("H1", "P1", "2017-03", 12600);
    post("2017-03", due);
    post("2017-04");
    reason = CorrectionReason.RATE;

    assertThat(post("2017-05", due))
        .containsExactly("201705-0000001 P1 M2017-03 DISTRICT//ELDER H1 12600 ARREARS DEATH");
    assertThat(book.get(2).line().revision()).isEqualTo(2);
  }

  @Test
  void addsALineForMore() {
    post("2017-03", topUp("H1", "P1", "2017-03", 12600));

    assertThat(post("2017-04", topUp("H1", "P1", "2017-03", 14000)))
        .containsExactly("201704-0000001 P1 M2017-03 DISTRICT//ELDER H1 1400 ARREARS DEATH");
  }

  @Test
  void reversesUnsentLinesFirstAndPostsTheRemainder() {
    post("2017-03", topUp("H1", "P1", "2017-03", 10000));
    send("201703-0000001");
    post("2017-04", topUp("H1", "P1", "2017-03", 15000));

    assertThat(post("2017-05", topUp("H1", "P1", "2017-03", 12000)))
        .containsExactly(
            "201705-0000001 P1 M2017-03 DISTRICT//ELDER H1 -5000 REVERSAL DEATH 201704-0000001",
            "201705-0000002 P1 M2017-03 DISTRICT//ELDER H1 2000 ARREARS DEATH");
    assertThat(post("2017-06", topUp("H1", "P1", "2017-03", 9000)))
        .containsExactly(
            "201706-0000001 P1 M2017-03 DISTRICT//ELDER H1 -2000 REVERSAL DEATH 201705-0000002",
            "201706-0000002 P1 M2017-03 DISTRICT//ELDER H1 -10000 REVERSAL DEATH 201703-0000001",
            "201706-0000003 P1 M2017-03 DISTRICT//ELDER H1 9000 ARREARS DEATH");
  }

  @Test
  void movesASumToAnotherHouseholdOrPayee() {
    Accrual waiver =
        to(
            PayeeKind.SCHOOL,
            "校1",
            accrual("2.2.4-e", "H1", "P1", "AY2017", LocalDate.of(2017, 9, 30), 50000));
    post("2017-09", waiver, topUp("H1", "P1", "2017-09", 12600));

    assertThat(
            post(
                "2017-10", to(PayeeKind.SCHOOL, "校2", waiver), topUp("H2", "P1", "2017-09", 12600)))
        .containsExactly(
            "201710-0000001 P1 AY2017 UNSPECIFIED// 校1 -50000 REVERSAL DEATH 201709-0000001",
            "201710-0000002 P1 AY2017 UNSPECIFIED// 校2 50000 ARREARS DEATH",
            "201710-0000003 P1 M2017-09 DISTRICT//ELDER H1 -12600 REVERSAL DEATH 201709-0000002",
            "201710-0000004 P1 M2017-09 DISTRICT//ELDER H2 12600 ARREARS DEATH");
  }

  @Test
  void relabelsUnsentLinesOnlyWhenAPayerRuleArrives() {
    rules = List.of();
    Accrual march = topUp("H1", "P1", "2017-03", 12600);
    Accrual april = topUp("H1", "P1", "2017-04", 12600);
    post("2017-04", march, april);
    rules = List.of(rule("2.2.5-e", "2017-04-01", "ELDER", PayerLevel.CITY));

    assertThat(post("2017-05", march, april))
        .containsExactly(
            "201705-0000001 P1 M2017-04 CITY//ELDER H1 12600 ARREARS PAYER",
            "201705-0000002 P1 M2017-04 UNSPECIFIED// H1 -12600 REVERSAL PAYER 201704-0000002");

    send("201705-0000001");
    rules = List.of(DISTRICT_PAYS);
    assertThat(post("2017-06", march, april))
        .containsExactly(
            "201706-0000001 P1 M2017-03 DISTRICT//ELDER H1 12600 ARREARS PAYER",
            "201706-0000002 P1 M2017-03 UNSPECIFIED// H1 -12600 REVERSAL PAYER 201704-0000001");
  }

  @Test
  void keepsTheTownOfTheFirstPosting() {
    rules = List.of(rule("2.2.5-e", "2017-01-01", "ELDER", PayerLevel.TOWN));
    Accrual due = topUp("H1", "P1", "2017-03", 12600);
    post("2017-03", due);
    facts = livingIn(OTHER_TOWN);
    assertThat(post("2017-04", due)).isEmpty();
    post("2017-05");

    assertThat(post("2017-06", due, topUp("H1", "P1", "2017-06", 12600)))
        .containsExactly(
            "201706-0000001 P1 M2017-03 TOWN/" + TOWN + "/ELDER H1 12600 ARREARS DEATH",
            "201706-0000002 P1 M2017-06 TOWN/" + OTHER_TOWN + "/ELDER H1 12600 NORMAL null");
    assertThat(book.get(2).line().town()).isEqualTo(OTHER_TOWN);
  }

  @Test
  void fixesTheTownWhileThePayerIsStillUnknown() {
    rules = List.of();
    Accrual due = topUp("H1", "P1", "2017-03", 12600);
    post("2017-03", due);
    facts = livingIn(OTHER_TOWN);
    rules = List.of(rule("2.2.5-e", "2017-01-01", "ELDER", PayerLevel.TOWN));

    assertThat(post("2017-04", due))
        .contains("201704-0000001 P1 M2017-03 TOWN/" + TOWN + "/ELDER H1 12600 ARREARS PAYER");
  }

  @Test
  void takesThePayersOfAHouseFromTheClause() {
    rules = List.of(rule("2.2.6-b", "2017-01-01", "OTHER", PayerLevel.CITY));
    LocalDate accepted = LocalDate.of(2017, 9, 5);

    assertThat(
            post(
                "2017-09",
                houseShare("H1", PayerLevel.TOWN, accepted, 1000000),
                houseShare("H1", PayerLevel.CITY, accepted, 2000000),
                houseShare("H1", PayerLevel.DISTRICT, accepted, 2000000)))
        .containsExactly(
            "201709-0000001 H1 ONCE CITY//HOUSING H1 2000000 NORMAL null",
            "201709-0000002 H1 ONCE DISTRICT//HOUSING H1 2000000 NORMAL null",
            "201709-0000003 H1 ONCE TOWN/" + TOWN + "/HOUSING H1 1000000 NORMAL null");
    assertThat(book.get(0).line().subjectName()).isEqualTo("户主H1");
    assertThat(payers().ignored()).isEqualTo(rules);
  }

  @Test
  void leavesUndecidedClausesAlone() {
    Accrual due = topUp("H1", "P1", "2017-03", 12600);
    post("2017-03", due);
    undecided.add("2.2.5-e");

    assertThat(post("2017-04")).isEmpty();
    assertThat(post("2017-04", due, topUp("H1", "P1", "2017-04", 12600))).isEmpty();
  }

  @Test
  void dependsOnNoOrderOfItsInputs() {
    List<Accrual> due = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      due.add(topUp("H" + i % 3, "P" + i % 5, "2017-0" + (3 + i % 6), 100 + i));
    }
    post("2017-09", due.toArray(Accrual[]::new));
    List<Accrual> less =
        due.subList(0, 20).stream().map(a -> topUp(a.household(), "P1", "2017-03", 50)).toList();
    List<LedgerLine> expected = difference("2017-10", less);

    List<Accrual> shuffled = new ArrayList<>(less);
    Collections.shuffle(shuffled, new Random(7));
    Collections.shuffle(book, new Random(8));
    assertThat(difference("2017-10", shuffled)).isNotEmpty().isEqualTo(expected);
  }

  private PayerRules payers() {
    return new PayerRules(rules, Map.of("2.2.6-b", "HOUSING"));
  }

  private List<LedgerLine> difference(String month, List<Accrual> accruals) {
    return new Posting(YearMonth.parse(month), payers(), clause -> "项目" + clause, undecided)
        .difference(accruals, book, facts, line -> reason);
  }

  private List<String> post(String month, Accrual... accruals) {
    List<String> shown = new ArrayList<>();
    for (LedgerLine line : difference(month, List.of(accruals))) {
      YearMonth posted = YearMonth.parse(month);
      long before = book.stream().filter(other -> other.month().equals(posted)).count();
      String lineNo = "%d-%07d".formatted(Months.number(posted), before + 1);
      book.add(new PostedLine(lineNo, posted, line, false));
      shown.add(lineNo + " " + show(line));
    }
    return shown;
  }

  private static String show(LedgerLine line) {
    LineKey key = line.key();
    Payer payer = key.payer();
    String original = line.originalLineNo() == null ? "" : " " + line.originalLineNo();
    return "%s %s %s/%s/%s %s %d %s %s%s"
        .formatted(
            key.subject(),
            key.period(),
            payer.level(),
            payer.town(),
            payer.fund(),
            key.payee(),
            line.amountFen(),
            line.reason(),
            line.correction(),
            original);
  }

  private void send(String lineNo) {
    book.replaceAll(
        line ->
            line.lineNo().equals(lineNo)
                ? new PostedLine(lineNo, line.month(), line.line(), true)
                : line);
  }
}
