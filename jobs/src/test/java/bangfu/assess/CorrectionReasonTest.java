package bangfu.assess;

import static org.assertj.core.api.Assertions.assertThat;

import bangfu.engine.fact.Standards;
import bangfu.rules.Policy;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CorrectionReasonTest {
  private static final Policy POLICY = new Policy();
  private static final Standards NO_STANDARDS = StandardsAssembler.of(List.of(), List.of());

  /** Why Bo's posted aid of the school year 2017/18 is no longer due as it was. */
  private static CorrectionReason why(Rows rows, String household, String accruedOn) {
    Assessor assessor = new Assessor(POLICY, NO_STANDARDS, LocalDate.of(2017, 12, 31), Set.of());
    return assessor
        .corrections(UnitAssembler.assemble(rows.all()))
        .of(
            new CorrectionReason.Posted(
                household, "2.2.4-b", Rows.BO, "AY2017", LocalDate.parse(accruedOn), household));
  }

  private static Rows family() {
    return new Rows().household("A", "2017-03-10").anna("A", null).bo("A", null);
  }

  private static Rows pupil(Rows rows, String stage) {
    return rows.add(
        "jy_enrolment",
        "身份证号",
        Rows.BO,
        "学校标识码",
        "S1",
        "学校名称",
        "样例",
        "学段",
        stage,
        "全日制",
        "是",
        "住宿",
        "否",
        "入学日期",
        "2016-09-01",
        "入学学年",
        "2016");
  }

  @Test
  void anotherStageIsTheReasonThoughNoEnrolmentOfTheOldOneIsLeft() {
    assertThat(why(pupil(family(), "初中"), "A", "2017-09-30")).isEqualTo(CorrectionReason.STAGE);
  }

  @Test
  void deathBeforeTheDayOfTheSumIsTheReasonEvenWithinItsPeriod() {
    Rows rows = pupil(family(), "小学").add("zx_death", "身份证号", Rows.BO, "死亡日期", "2017-09-29");

    assertThat(why(rows, "A", "2017-09-30")).isEqualTo(CorrectionReason.DEATH);
  }

  @Test
  void anotherAmountOfAnEducationSumIsAnotherStage() {
    assertThat(why(pupil(family(), "小学"), "A", "2017-09-30")).isEqualTo(CorrectionReason.STAGE);
  }

  @Test
  void aHouseholdThatWasNeverFiledLeftTheFile() {
    Rows rows = new Rows().household("A", null).anna("A", null).bo("A", null);

    assertThat(why(pupil(rows, "小学"), "A", "2017-09-30")).isEqualTo(CorrectionReason.EXIT);
  }
}
