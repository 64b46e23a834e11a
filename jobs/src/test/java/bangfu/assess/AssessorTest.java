package bangfu.assess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import bangfu.engine.fact.Standards;
import bangfu.engine.fold.Accrual;
import bangfu.engine.fold.PendingItem;
import bangfu.rules.Policy;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What worked cases cannot say: rows that were ended, and several certificates of one person. */
class AssessorTest {
  private static final Policy POLICY = new Policy();
  private static final Standards NO_STANDARDS = StandardsAssembler.of(List.of(), List.of());

  private static AssessedUnit assess(Rows rows, String asOf) {
    return assess(rows, NO_STANDARDS, asOf);
  }

  private static AssessedUnit assess(Rows rows, Standards standards, String asOf) {
    return new Assessor(POLICY, standards, LocalDate.parse(asOf), Set.of()).assess(rows.all());
  }

  private static Rows oneHousehold() {
    return new Rows().household("A", "2017-03-10").anna("A", null);
  }

  private static Rows certificate(Rows rows, String number, String category) {
    return rows.add(
        "cl_certificate",
        "残疾人证号",
        number,
        "身份证号",
        Rows.ANNA,
        "类别",
        category,
        "等级",
        "2",
        "发证日期",
        "2012-01-01",
        "有效期止",
        "2021-12-31",
        "符合方案条件",
        "是");
  }

  @Test
  void anItemRestsOnACertificateOfAListedCategoryEvenBesideASoundOneOutsideTheList() {
    Rows rows =
        oneHousehold()
            .add(
                "cl_rehab",
                "审批号",
                "R1",
                "身份证号",
                Rows.ANNA,
                "项目",
                "康复",
                "服务日期",
                "2017-04-01",
                "核定金额",
                "300.00",
                "收款方",
                "本人");
    certificate(rows, Rows.ANNA + "32", "言语");
    certificate(rows, Rows.BO + "42", "肢体");

    AssessedUnit assessed = assess(rows, "2017-06-30");

    assertThat(assessed.assessment().accruals()).isEmpty();
    assertThat(assessed.assessment().pending())
        .extracting(PendingItem::clause, PendingItem::code)
        .contains(tuple("2.2.3-b", "HOLD_CERT_MISMATCH"));
  }

  @Test
  void aVerificationThatWasEndedVerifiesNoLaterExpense() {
    Rows rows =
        oneHousehold()
            .addEnded(LocalDate.of(2017, 6, 1), "ny_household", "户编号", "A", "核实日期", "2017-01-01");
    claim(rows, "K1", "2017-05-31");
    claim(rows, "K2", "2017-06-01");

    assertThat(assess(rows, "2017-06-30").assessment().accruals())
        .extracting(Accrual::item)
        .containsExactly("K1");
  }

  private static void claim(Rows rows, String voucher, String spentOn) {
    rows.add(
        "ny_claim",
        "凭证号",
        voucher,
        "户编号",
        "A",
        "支出日期",
        spentOn,
        "类别",
        "生产成本",
        "票据金额",
        "10.00",
        "核定金额",
        "10.00");
  }

  @Test
  void aShockThatWasEndedNoLongerPutsAHouseholdInGroup2() {
    Rows rows =
        oneHousehold()
            .addEnded(
                LocalDate.of(2017, 6, 1),
                "zx_shock",
                "编号",
                "S1",
                "户编号",
                "A",
                "类别",
                "因病",
                "起始月",
                "2016-08",
                "截止月",
                "2017-04",
                "损失总额",
                "100.00",
                "已报销赔付",
                "0",
                "认定日期",
                "2017-05-01");

    assertThat(assess(rows, "2017-05-31").eligibility().get("A").group2())
        .isEqualTo(EligibilityLine.Membership.YES);
    assertThat(assess(rows, "2017-05-31").assessment().pending()).hasSize(1);
    assertThat(assess(rows, "2017-06-30").eligibility().get("A").group2())
        .isEqualTo(EligibilityLine.Membership.NO);
    assertThat(assess(rows, "2017-06-30").assessment().pending()).isEmpty();
  }

  @Test
  void aStandardThatWasEndedLeavesLaterMonthsWithoutOne() {
    Standards standards =
        StandardsAssembler.of(
            new Rows()
                .addEnded(
                    LocalDate.of(2017, 6, 1),
                    "mz_standard",
                    "起始月",
                    "2017-01",
                    "标准",
                    "700",
                    "文号",
                    "样例")
                .all(),
            List.of());

    assertThat(standards.dibaoFen().at((int) LocalDate.of(2017, 5, 31).toEpochDay()))
        .isEqualTo(70000);
    assertThat(standards.dibaoFen().at((int) LocalDate.of(2017, 6, 1).toEpochDay())).isNull();
  }
}
