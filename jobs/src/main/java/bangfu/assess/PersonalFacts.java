package bangfu.assess;

import bangfu.engine.fact.Certificate;
import bangfu.engine.fact.DibaoApplication;
import bangfu.engine.fact.DisabilityCategory;
import bangfu.engine.fact.Enrolment;
import bangfu.engine.fact.Illness;
import bangfu.engine.fact.LabourStatus;
import bangfu.engine.fact.MedicalSpell;
import bangfu.engine.fact.Pension;
import bangfu.engine.fact.Person;
import bangfu.engine.fact.RehabilitationItem;
import bangfu.engine.fact.Spell;
import bangfu.intake.Row;
import bangfu.register.StoredRow;
import java.text.Normalizer;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiConsumer;

/** The facts about persons. */
final class PersonalFacts {
  private PersonalFacts() {}

  static void add(UnitAssembler unit) {
    each(unit, "mz_dibao", (p, row) -> p.dibaoSpells().add(spell(p, row, "起始日期", "终止日期")));
    each(unit, "mz_wubao", (p, row) -> p.wubaoSpells().add(spell(p, row, "起始日期", "终止日期")));
    each(unit, "fl_mother", (p, row) -> p.motherListings().add(spell(p, row, "列入日期", "退出日期")));
    each(unit, "rs_medical", (p, row) -> p.medicalSpells().add(medical(p, row)));
    each(unit, "cl_certificate", (p, row) -> p.certificates().add(certificate(p, row)));
    each(unit, "cl_rehab", (p, row) -> p.rehabilitationItems().add(rehabilitation(p, row)));
    each(unit, "jy_enrolment", (p, row) -> p.enrolments().add(enrolment(p, row)));
    each(unit, "mz_dibao_application", (p, row) -> p.dibaoApplications().add(application(p, row)));
    each(
        unit,
        "wj_illness",
        (p, row) ->
            p.illnesses()
                .add(new Illness(p, row.value("病种编码"), new Cells(row).lastDay(), row.source())));
    each(unit, "rs_labour", (p, row) -> p.setLabour(labour(p, row)));
    each(unit, "rs_pension", (p, row) -> p.setPension(pension(p, row)));
  }

  private static void each(UnitAssembler unit, String table, BiConsumer<Person, StoredRow> adder) {
    for (StoredRow row : unit.rows(table)) {
      Person person = unit.person(row);
      if (person != null) {
        adder.accept(person, row);
      }
    }
  }

  private static Spell spell(Person person, StoredRow row, String from, String to) {
    Cells cells = new Cells(row);
    return new Spell(person, cells.date(from), cells.lastDay(to), row.source());
  }

  private static MedicalSpell medical(Person person, StoredRow row) {
    Cells cells = new Cells(row);
    return new MedicalSpell(
        person,
        Labels.SCHEMES.get(row.value("险种")),
        cells.date("起始日期"),
        cells.lastDay("终止日期"),
        row.source());
  }

  private static Certificate certificate(Person person, StoredRow row) {
    Cells cells = new Cells(row);
    return new Certificate(
        person,
        Normalizer.normalize(row.value("残疾人证号").strip(), Normalizer.Form.NFKC)
            .toUpperCase(Locale.ROOT),
        Labels.CATEGORIES.get(row.value("类别")),
        components(row.value("多重分类")),
        cells.number("等级"),
        cells.date("发证日期"),
        cells.lastDay("有效期止"),
        row.undated(version -> "是".equals(version.value("符合方案条件"))),
        row.source());
  }

  private static Set<DisabilityCategory> components(String joined) {
    Set<DisabilityCategory> components = EnumSet.noneOf(DisabilityCategory.class);
    for (String label : joined == null ? List.<String>of() : List.of(joined.split("、", -1))) {
      DisabilityCategory category = Labels.CATEGORIES.get(label.strip());
      if (category != null) {
        components.add(category);
      }
    }
    return components;
  }

  private static RehabilitationItem rehabilitation(Person person, StoredRow row) {
    Cells cells = new Cells(row);
    String institution = row.value("机构名称");
    boolean toInstitution = "机构".equals(row.value("收款方"));
    return new RehabilitationItem(
        person,
        row.value("审批号"),
        cells.date("服务日期"),
        cells.fen("核定金额"),
        toInstitution ? (institution == null ? "机构" : institution) : null,
        row.source());
  }

  private static Enrolment enrolment(Person person, StoredRow row) {
    Cells cells = new Cells(row);
    return new Enrolment(
        person,
        row.value("学校标识码"),
        Labels.STAGES.get(row.value("学段")),
        cells.isYes("全日制"),
        cells.isYes("住宿"),
        cells.date("入学日期"),
        cells.lastDay("离校日期"),
        cells.number("入学学年"),
        row.source());
  }

  private static DibaoApplication application(Person person, StoredRow row) {
    return new DibaoApplication(person, new Cells(row).month("申请月份"), row.source());
  }

  private static LabourStatus labour(Person person, StoredRow row) {
    return new LabourStatus(person, row.undated(PersonalFacts::labourEntry), row.source());
  }

  private static LabourStatus.Entry labourEntry(Row version) {
    return new LabourStatus.Entry(
        "是".equals(version.value("劳动能力")),
        "是".equals(version.value("就业愿望")),
        "是".equals(version.value("创业意向")),
        Labels.EMPLOYMENT.get(version.value("就业状态")));
  }

  private static Pension pension(Person person, StoredRow row) {
    return new Pension(person, row.undated(PersonalFacts::pensionEntry), row.source());
  }

  private static Pension.Entry pensionEntry(Row version) {
    String monthly = version.value("月待遇");
    return new Pension.Entry(
        "是".equals(version.value("参保")),
        Integer.parseInt(version.value("累计缴费年限")),
        monthly == null ? null : Long.valueOf(monthly));
  }
}
