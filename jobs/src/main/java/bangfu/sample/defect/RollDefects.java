package bangfu.sample.defect;

import static bangfu.sample.defect.Effect.ANY;

import bangfu.sample.defect.Planting.Resident;
import java.time.LocalDate;

/** The rolls and insurances: mz_dibao, mz_wubao, mz_standard, rs_medical. */
final class RollDefects {
  private static final String END = "终止日期";

  private final Planting planting;

  RollDefects(Planting planting) {
    this.planting = planting;
  }

  void plant() {
    for (String title : new String[] {"五保供养人员名册（样例）", ""}) {
      planting.note(
          planting.table("mz_wubao").title(title),
          "",
          Plant.HEADER,
          "表头之上的标题行算作表头",
          MemberDefects.nobody());
    }
    wrongOptionalAmount();
    wrongRowBesideAKey();
    dibaoUpsideDown();
    blankLines();
    standards();
    premium();
  }

  private Resident elder() {
    return planting.resident(Homes::elderOnDibao);
  }

  private static DirtyLine dibao(Resident elder) {
    return elder.home().only("mz_dibao", elder.member());
  }

  private static Effect[] withoutRoll(Resident elder) {
    return new Effect[] {
      Effect.lost(elder.household(), elder.id(), "2.2.5-e", ANY),
      Effect.lost(elder.household(), elder.id(), "2.2.5-g", ANY)
    };
  }

  private void wrongOptionalAmount() {
    Resident elder = elder();
    planting.note(
        dibao(elder).set("月实发金额", "1,23.00"),
        "月实发金额",
        "MONEY",
        "千分位位置不对；可选列的值不合格也退回整行",
        withoutRoll(elder));
  }

  private void wrongRowBesideAKey() {
    Resident elder = elder();
    DirtyLine wrong = dibao(elder).copy().set(END, "长期");
    planting.table("mz_dibao").addBelow(dibao(elder), wrong);
    planting.note(wrong, END, "DATE", "因别的原因退回的行不占主键", Effect.none(elder.household()));
  }

  private void dibaoUpsideDown() {
    Resident elder = elder();
    DirtyLine row = dibao(elder);
    row.set(END, dayBefore(row.get("起始日期")));
    planting.note(row, "", "Q33", "终止早于起始：收下，区间为空", withoutRoll(elder));
  }

  private static String dayBefore(String day) {
    return LocalDate.parse(day).minusDays(1).toString();
  }

  private void blankLines() {
    DirtyTable dibao = planting.table("mz_dibao");
    for (String blank : new String[] {",,,,", "\u3000, ,\"\",,", ""}) {
      planting.note(
          dibao.addBelow(dibao.lines().get(0), DirtyLine.of(dibao.table(), blank)),
          "",
          Plant.BLANK,
          "各列皆空的行是空行",
          MemberDefects.nobody());
    }
  }

  private void standards() {
    DirtyTable standards = planting.table("mz_standard");
    planting.note(
        standards
            .add(standards.last().copy())
            .set("起始月", "2017-06")
            .set("截止月", "2017-01")
            .set("标准", "9999.00")
            .set("文号", "样例倒置"),
        "",
        "Q33",
        "截止月早于起始月：收下，区间为空",
        MemberDefects.nobody());
    planting.note(
        standards.add(standards.last().copy()).set("起始月", "2020-01").set("标准", "1080.005"),
        "标准",
        "MONEY",
        "金额至多两位小数",
        MemberDefects.nobody());
  }

  private void premium() {
    Resident unknownScheme = planting.resident(Homes::insuredElder);
    planting.note(
        medical(unknownScheme).set("险种", "城乡居民"), "险种", "CODE", "代码表之外的代码", premium(unknownScheme));
    Resident upsideDown = planting.resident(Homes::insuredElder);
    DirtyLine row = medical(upsideDown);
    row.set(END, dayBefore(row.get("起始日期")));
    planting.note(row, "", "Q33", "终止早于起始：收下，区间为空", premium(upsideDown));
  }

  private static DirtyLine medical(Resident elder) {
    return elder.home().only("rs_medical", elder.member());
  }

  private static Effect premium(Resident elder) {
    return Effect.lost(elder.household(), elder.id(), "2.2.5-f", ANY);
  }
}
