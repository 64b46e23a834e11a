package bangfu.sample.defect;

import static bangfu.sample.defect.Effect.ANY;

import bangfu.sample.defect.Planting.Resident;
import java.util.Collections;
import java.util.Locale;

/**
 * What departments know of persons: cl_certificate, jy_enrolment, rs_labour, rs_pension,
 * wj_illness.
 */
final class PersonDefects {
  private static final String CERTIFICATE = "残疾人证号";
  private static final int LINE_CHARS = 400_000;

  private final Planting planting;

  PersonDefects(Planting planting) {
    this.planting = planting;
  }

  void plant() {
    certificates();
    enrolments();
    labour();
    pensions();
    illnesses();
  }

  private void certificates() {
    Resident unknown = planting.resident(Homes::certified);
    planting.note(
        certificate(unknown).set("类别", "肢体残疾"),
        "类别",
        "CODE",
        "代码表之外的代码",
        Effect.lost(unknown.household(), unknown.id(), "2.2.3-a", ANY));

    Resident mismatched = planting.resident(Homes::certified);
    planting.note(
        certificate(mismatched).change(CERTIFICATE, PersonDefects::ofAnother),
        "",
        "Q14",
        "残疾人证号前 18 位与身份证号不符：收下，挂起",
        Effect.held(mismatched.household(), mismatched.id(), "2.2.3-a", "HOLD_CERT_MISMATCH"));

    Resident wide = planting.resident(Homes::certified);
    certificate(wide).change(CERTIFICATE, number -> number.replace('4', '４'));
    accepted(wide, "残疾人证号按半角比较");

    Resident lower =
        planting.resident(home -> endsWithX(Homes.certified(home)) ? Homes.certified(home) : null);
    certificate(lower).change(CERTIFICATE, number -> number.toLowerCase(Locale.ROOT));
    accepted(lower, "残疾人证号按大写比较");
  }

  private void accepted(Resident person, String reason) {
    planting.note(
        certificate(person), CERTIFICATE, Plant.ACCEPTED, reason, Effect.none(person.household()));
  }

  private static DirtyLine certificate(Resident person) {
    return person.home().only("cl_certificate", person.member());
  }

  private static String ofAnother(String number) {
    char digit = number.charAt(16) == '9' ? '0' : (char) (number.charAt(16) + 1);
    return number.substring(0, 16) + digit + number.substring(17);
  }

  private static boolean endsWithX(DirtyLine member) {
    return member != null && Home.id(member).endsWith("X");
  }

  private void enrolments() {
    Collections.reverse(planting.table("jy_enrolment").header());
    planting.noteFile("jy_enrolment", Plant.ACCEPTED, "列的次序任意", MemberDefects.nobody());
    enrolment("入学学年", "17", "YEAR", "年份须为四位数字");
    enrolment("住宿", "TRUE", "BOOL", "是否列只取是、否");
    enrolment("学段", "小学生", "CODE", "代码表之外的代码");
    Resident pupil = planting.resident(Homes::pupil);
    planting.note(
        enrolment(pupil).change("学校名称", name -> name + DirtyLine.BROKEN_BYTE),
        "",
        "ENCODING",
        "有 BOM 即 UTF-8，无法识别的行退回",
        Effect.lost(pupil.household(), pupil.id(), ANY, ANY));
  }

  private void enrolment(String column, String value, String code, String reason) {
    Resident pupil = planting.resident(Homes::pupil);
    planting.note(
        enrolment(pupil).set(column, value),
        column,
        code,
        reason,
        Effect.lost(pupil.household(), pupil.id(), ANY, ANY));
  }

  private static DirtyLine enrolment(Resident pupil) {
    return pupil.home().only("jy_enrolment", pupil.member());
  }

  /** No money rests on the labour register. */
  private void labour() {
    labour("CSV", "未闭合的引号只退回本行").bend(line -> line.replaceFirst(",", ",\""));
    labour("CSV", "结束引号之后还有文字").bend(line -> line.replaceFirst("^(\\w+),", "\"$1\"号,"));
    labour("CSV", "未加引号的字段中有引号").bend(line -> line.replaceFirst("^(\\w+),", "$1\"号\","));
    labour("FIELDS", "比表头少一列").bend(line -> line.substring(0, line.lastIndexOf(',')));
    labour("FIELDS", "比表头多一列").bend(line -> line + ",");
  }

  private DirtyLine labour(String code, String reason) {
    Resident person =
        planting.resident(home -> home.member(m -> home.only("rs_labour", m) != null));
    DirtyLine row = person.home().only("rs_labour", person.member());
    planting.note(row, "", code, reason, Effect.none(person.household()));
    return row;
  }

  /**
   * No money rests on the residents' pension either, for the plan's own premium waits for a sum.
   */
  private void pensions() {
    pension("身份证号", "4.40499E+17", "ID", "被 Excel 改成科学计数法的身份证号");
    pension("累计缴费年限", "1.5", "INT", "年限须为整数");
    pension("参保", "Y", "BOOL", "是否列只取是、否");
    pension("月待遇", "一百", "MONEY", "金额须为数字");
  }

  private void pension(String column, String value, String code, String reason) {
    Resident person =
        planting.resident(home -> home.member(m -> home.only("rs_pension", m) != null));
    DirtyLine row = person.home().only("rs_pension", person.member());
    planting.note(row.set(column, value), column, code, reason, Effect.none(person.household()));
  }

  private void illnesses() {
    DirtyTable illnesses = planting.table("wj_illness");
    Effect nobody = MemberDefects.nobody();
    planting.note(
        illnesses.add(
            DirtyLine.of(illnesses.table(), "440499195001010011,\"" + "长".repeat(LINE_CHARS))),
        "",
        "CSV",
        "超过一兆字节的行",
        nobody);
    planting.note(
        illnesses.add(DirtyLine.of(illnesses.table(), "\u0000")),
        "",
        "FIELDS",
        "只有 NUL 的行",
        nobody);
    planting.note(
        illnesses.add(illnesses.lines().get(0).copy()).set("病种编码", "J\t44"),
        "病种编码",
        "TEXT",
        "文本中有控制字符",
        nobody);
  }
}
