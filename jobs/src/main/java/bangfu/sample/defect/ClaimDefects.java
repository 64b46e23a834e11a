package bangfu.sample.defect;

import static bangfu.sample.defect.Effect.ANY;

import bangfu.sample.defect.Planting.Resident;

/** What departments approve: ny_claim, ny_household, cl_rehab, zx_shock. */
final class ClaimDefects {
  private static final String COSTS = "2.2.2-a";
  private static final String APPROVED = "核定金额";

  private final Planting planting;

  ClaimDefects(Planting planting) {
    this.planting = planting;
  }

  void plant() {
    lost(APPROVED, "1000.005", "MONEY", "金额至多两位小数");
    lost(APPROVED, "-500.00", "MONEY", "金额不得为负");
    lost(APPROVED, "=1000+500", "MONEY", "以 = 开头的单元格不是金额");
    lost("支出日期", "2017-06-31", "DATE", "不存在的日期");
    lost("户编号", "", "REQUIRED", "必填列为空");
    commaInAmount();
    nulByte();
    invoiceBelowClaim();
    unknownHousehold();
    verifications();
    twoAmountsOfOneItem();
    shockInAWrongMonth();
  }

  private static DirtyLine claim(Home home) {
    return home.rows("ny_claim").get(0);
  }

  private static Effect lost(Home home) {
    String period = "ITEM:" + claim(home).get("凭证号");
    return Effect.lost(home.number(), home.number(), COSTS, period);
  }

  private void lost(String column, String value, String code, String reason) {
    Home home = planting.home(Homes::claimant);
    planting.note(claim(home).set(column, value), column, code, reason, lost(home));
  }

  private void commaInAmount() {
    Home home = planting.home(Homes::claimant);
    DirtyLine claim = claim(home);
    claim.bend(line -> line.replaceFirst("(\\d{2}\\.\\d\\d)$", ",$1"));
    planting.note(claim, "", "FIELDS", "金额中未加引号的逗号多出一列", lost(home));
  }

  private void nulByte() {
    Home home = planting.home(Homes::claimant);
    Effect effect = lost(home);
    planting.note(
        claim(home).change("凭证号", number -> number + '\u0000'), "凭证号", "TEXT", "文本中有 NUL", effect);
  }

  private void invoiceBelowClaim() {
    Home home = planting.home(Homes::claimant);
    planting.note(
        claim(home).set("票据金额", "0.01"),
        "",
        "Q22",
        "核定金额高于票据金额：收下，照核定金额计",
        Effect.none(home.number()));
  }

  private void unknownHousehold() {
    DirtyTable claims = planting.table("ny_claim");
    DirtyLine claim =
        claims.add(claims.last().copy()).set("凭证号", "NY样例-1").set("户编号", "DM499999-000002");
    planting.note(claim, "", "Q31", "登记库没有的户：收下不计", MemberDefects.nobody());
  }

  private void verifications() {
    kind("=HYPERLINK(\"http://example.invalid\")", "以 = 开头的文本照收");
    kind(" ＡＢ水稻\u3000", "文本不去空格、不转半角");
    kind("稻".repeat(200), "文本可有 200 个字符");
    Home home = planting.home(Homes::claimant);
    planting.note(
        home.rows("ny_household").get(0).set("产业类型", "稻".repeat(201)),
        "产业类型",
        "TEXT",
        "文本至多 200 个字符",
        Effect.lost(home.number(), home.number(), COSTS, ANY));
  }

  private void kind(String text, String reason) {
    Home home = planting.home(Homes::claimant);
    planting.note(
        home.rows("ny_household").get(0).set("产业类型", text),
        "产业类型",
        Plant.ACCEPTED,
        reason,
        Effect.none(home.number()));
  }

  private void twoAmountsOfOneItem() {
    Resident person = planting.resident(Homes::rehabilitated);
    DirtyLine item = person.home().only("cl_rehab", person.member());
    DirtyLine other = item.copy().set(APPROVED, "300.00");
    planting.table("cl_rehab").addBelow(item, other);
    Effect effect =
        Effect.lost(person.household(), person.id(), "2.2.3-b", "ITEM:" + item.get("审批号"));
    planting.note(item, "审批号", "DUPLICATE_KEY", "同键不同内容，全部退回", effect);
    planting.note(other, "审批号", "DUPLICATE_KEY", "同键不同内容，全部退回", effect);
  }

  private void shockInAWrongMonth() {
    Home home = planting.home(Homes::plain);
    DirtyTable shocks = planting.table("zx_shock");
    DirtyLine shock =
        shocks
            .add(shocks.last().copy())
            .set("编号", "ZX样例-1")
            .set("户编号", home.number())
            .set("起始月", "2017/9");
    planting.note(shock, "起始月", "MONTH", "月份须写作 2017-09", Effect.none(home.number()));
  }
}
