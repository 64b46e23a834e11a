package bangfu.sample.defect;

import static bangfu.sample.defect.Effect.ANY;

import bangfu.sample.defect.Planting.Resident;
import java.time.LocalDate;

/** What only workbooks can do: cz_account and zj_housing. */
final class SheetDefects {
  private static final String HOLDER = "持卡人身份证号";
  private static final String ACCOUNT = "账号";
  private static final String BANK = "开户行";
  private static final String BANK_CODE = "联行号";
  private static final String ACCEPTED_ON = "验收日期";
  private static final String NO_ACCOUNT = "NO_ACCOUNT";

  private final Planting planting;

  SheetDefects(Planting planting) {
    this.planting = planting;
  }

  void plant() {
    DirtyLine title = planting.table("cz_account").title("一卡通账户（样例）");
    planting.table("cz_account").mergeAcross(title);
    planting.note(title, "", Plant.HEADER, "表头之上合并的标题算作表头", MemberDefects.nobody());
    lostAccount(HOLDER, "><v>4.40499195001E+17</v>", "ID", "16 位以上的数字单元格已损坏");
    lostAccount(ACCOUNT, "><v>6.21499E+18</v>", "TEXT", "16 位以上的数字单元格已损坏");
    lostAccount(HOLDER, " t=\"str\"><f>B2</f><v>440499195001010011</v>", "ID", "身份证号不取公式");
    lostAccount(BANK, "><f>E2</f>", "TEXT", "没有结果的公式");
    lostAccount(BANK_CODE, " t=\"e\"><v>#N/A</v>", "TEXT", "错误值");
    mergedBank();
    damagedText();
    numericBankCode();
    houses();
  }

  private Home elder() {
    Resident elder = planting.resident(Homes::elderOnDibao);
    return elder.home();
  }

  private static DirtyLine account(Home home) {
    return home.rows("cz_account").get(0);
  }

  private void lostAccount(String column, String cell, String code, String reason) {
    Home home = elder();
    planting.note(
        account(home).sheetCell(column, cell),
        column,
        code,
        reason,
        Effect.notSent(home.number(), NO_ACCOUNT));
  }

  private void mergedBank() {
    Home first = elder();
    Home second = elder();
    DirtyTable accounts = planting.table("cz_account");
    accounts.move(account(second), account(first));
    accounts.merge(BANK, account(first), account(second));
    planting.note(account(first), BANK, Plant.ACCEPTED, "合并单元格的值在第一格", Effect.none(first.number()));
    planting.note(
        account(second),
        BANK,
        "REQUIRED",
        "合并单元格的其余各格为空",
        Effect.notSent(second.number(), NO_ACCOUNT));
  }

  private void damagedText() {
    Home home = elder();
    planting.note(
        account(home).set(ACCOUNT, "6.21499E+18"),
        "",
        "Q27",
        "被 Excel 改成科学计数法的账号：收下，不发放",
        Effect.notSent(home.number(), "ACCOUNT_CHECK"));
  }

  private void numericBankCode() {
    Home home = elder();
    DirtyLine account = account(home);
    planting.note(
        account.sheetCell(BANK_CODE, "><v>" + account.get(BANK_CODE) + "</v>"),
        BANK_CODE,
        Plant.ACCEPTED,
        "数字单元格按所见数字读取",
        Effect.none(home.number()));
  }

  private void houses() {
    planting.noteFile("zj_housing", Plant.ACCEPTED, "工作簿只读第一张表", MemberDefects.nobody());
    Home eightDigits = house();
    kept(eightDigits, ACCEPTED_ON, number(day(eightDigits).replace("-", "")), "日期写作数字 20170310");
    Home text = house();
    kept(text, ACCEPTED_ON, DirtySheet.inline(day(text).replace('-', '/')), "日期存为文本");
    Home town = house();
    kept(town, "住房镇街代码", number(housing(town).get("住房镇街代码")), "代码存为数字");
    Home serial = house();
    lost(serial, number(DirtySheet.serial(date(serial)) + ""), "没有日期格式的序列号");
    Home time = house();
    lost(time, " s=\"1\"><v>" + DirtySheet.serial(date(time)) + ".25</v>", "带时间的日期");
  }

  private Home house() {
    return planting.home(Homes::housed);
  }

  private static DirtyLine housing(Home home) {
    return home.rows("zj_housing").get(0);
  }

  private static String day(Home home) {
    return housing(home).get(ACCEPTED_ON);
  }

  private static LocalDate date(Home home) {
    return LocalDate.parse(day(home));
  }

  private static String number(String digits) {
    return "><v>" + digits + "</v>";
  }

  private void kept(Home home, String column, String cell, String reason) {
    planting.note(
        housing(home).sheetCell(column, cell),
        column,
        Plant.ACCEPTED,
        reason,
        Effect.none(home.number()));
  }

  private void lost(Home home, String cell, String reason) {
    planting.note(
        housing(home).sheetCell(ACCEPTED_ON, cell),
        ACCEPTED_ON,
        "DATE",
        reason,
        Effect.lost(home.number(), home.number(), "2.2.6-b", ANY));
  }
}
