package bangfu.sample.defect;

import static bangfu.sample.defect.Effect.ANY;

import bangfu.sample.defect.Planting.Resident;
import java.time.LocalDate;

/** nb_member and zx_death: a person whose row is rejected is in no household. */
final class MemberDefects {
  private static final String KEY = "户编号、身份证号、加入日期";
  private static final String ID = "身份证号";

  private final Planting planting;

  MemberDefects(Planting planting) {
    this.planting = planting;
  }

  void plant() {
    planting.table("nb_member").header().add(3, "备注");
    planting.noteFile("nb_member", "Q34", "不认识的列报告后忽略", nobody());
    brokenBytes();
    shortNumber();
    sameKeyOtherContent();
    sameKeySameContent();
    birthOfAnother();
    newMember("2020-06-15", "901", "出生日期在数据截止日之后");
    newMember("1890-06-15", "902", "年龄超过 120 岁");
    unknownHousehold();
    deaths();
  }

  /** A plant that concerns no known household. */
  static Effect nobody() {
    return Effect.none("");
  }

  private Resident pupil() {
    return planting.resident(Homes::pupil);
  }

  private static Effect lost(Resident person) {
    return Effect.lost(person.household(), person.id(), ANY, ANY);
  }

  private void brokenBytes() {
    Resident person = pupil();
    person.member().change("姓名", name -> name + DirtyLine.BROKEN_BYTE);
    planting.note(person.member(), "", "ENCODING", "GB18030 文件中无法识别的字节", lost(person));
  }

  private void shortNumber() {
    Resident person = pupil();
    Effect effect = lost(person);
    person.member().change(ID, id -> id.substring(0, 17));
    planting.note(person.member(), ID, "ID", "身份证号少一位", effect);
  }

  /** The empty 加入日期 is a value of the key. */
  private void sameKeyOtherContent() {
    Resident person = pupil();
    DirtyLine other = person.member().copy().change("姓名", name -> name + "又名");
    planting.table("nb_member").addBelow(person.member(), other);
    planting.note(person.member(), KEY, "DUPLICATE_KEY", "同键不同内容，全部退回；空的加入日期也是值", lost(person));
    planting.note(other, KEY, "DUPLICATE_KEY", "同键不同内容，全部退回", lost(person));
  }

  private void sameKeySameContent() {
    Resident person = pupil();
    DirtyLine again = person.member().copy().change("出生日期", day -> day.replace('-', '/'));
    planting.table("nb_member").addBelow(person.member(), again);
    planting.note(again, KEY, "DUPLICATE_KEY", "同键同内容（写法不同），保留一行", Effect.none(person.household()));
  }

  private void birthOfAnother() {
    Resident person = pupil();
    person.member().change("出生日期", day -> LocalDate.parse(day).plusDays(1).toString());
    planting.note(
        person.member(),
        "",
        "Q03",
        "出生日期与身份证号不符：收下，此人挂起",
        Effect.held(person.household(), person.id(), ANY, "HOLD_ID_INVALID"));
  }

  private void newMember(String birth, String sequence, String reason) {
    Home home = planting.home(Homes::plain);
    DirtyLine member =
        home.members()
            .get(0)
            .copy()
            .set(ID, Planting.stranger(birth, sequence))
            .set("姓名", "样例" + sequence)
            .set("出生日期", birth)
            .set("性别", (sequence.charAt(2) - '0') % 2 == 1 ? "男" : "女")
            .set("与户主关系", "其他");
    planting.table("nb_member").addBelow(home.members().get(0), member);
    planting.note(member, "", "Q03", reason, Effect.none(home.number()));
  }

  private void unknownHousehold() {
    Home home = planting.home(Homes::plain);
    DirtyLine elsewhere = home.members().get(0).copy().set("户编号", "DM499999-000001");
    planting.table("nb_member").add(elsewhere);
    planting.note(elsewhere, "", "Q31", "登记库没有的户：收下不计，不算一人两户", Effect.none(home.number()));
  }

  private void deaths() {
    death("43100", "CSV 中的日期序列号");
    death("2017-05-01 00:00:00", "带时间的日期");
    death("2017-02-29", "不存在的日期");
    DirtyTable deaths = planting.table("zx_death");
    DirtyLine stranger =
        deaths
            .add(deaths.last().copy())
            .set(ID, Planting.stranger("1950-01-01", "903"))
            .set("死亡日期", "2017-05-01");
    planting.note(stranger, "", "Q31", "登记库没有的人：收下不计", nobody());
  }

  /** A death that is not accepted leaves everybody alive. */
  private void death(String day, String reason) {
    Resident person = pupil();
    DirtyTable deaths = planting.table("zx_death");
    DirtyLine death = deaths.add(deaths.last().copy()).set(ID, person.id()).set("死亡日期", day);
    planting.note(death, "死亡日期", "DATE", reason, Effect.none(person.household()));
  }
}
