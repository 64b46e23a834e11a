package bangfu.cases;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import java.util.Set;

/** The members of a case's household as rows of the extracts. */
final class CaseMembers {
  private static final Set<String> FIELDS =
      Set.of(
          "pid",
          "id_no",
          "sex",
          "birth",
          "relation",
          "hukou",
          "hukou_left",
          "hukou_type",
          "joined",
          "left",
          "died",
          "serious_illness",
          "claims_single_parent",
          "disability",
          "medical",
          "dibao",
          "wubao",
          "pension",
          "labour",
          "enrolment",
          "rehab");
  private static final Map<String, String> STAGES =
      Map.of(
          "preschool", "学前",
          "primary", "小学",
          "junior", "初中",
          "senior", "普高",
          "voc_secondary", "中职",
          "technician", "技工",
          "college", "专科",
          "bachelor", "本科",
          "postgraduate", "研究生");
  private static final Map<String, String> MODES =
      Map.of("none", "失业", "flexible", "灵活就业", "base", "就业基地", "employer", "单位就业", "post", "公益性岗位");
  private static final Map<String, String> SCHEMES = Map.of("resident", "居民", "employee", "职工");
  private static final String[] CATEGORIES = {"", "视力", "听力", "言语", "肢体", "智力", "精神", "多重"};

  private final CaseTables tables;
  private final String household;
  private final PolicyCase policyCase;

  CaseMembers(CaseTables tables, String household, PolicyCase policyCase) {
    this.tables = tables;
    this.household = household;
    this.policyCase = policyCase;
  }

  void add(Node member) {
    member.only(FIELDS);
    String id = member.required("id_no");
    String type = member.text("hukou_type");
    tables.add(
        "nb_member",
        "户编号",
        household,
        "身份证号",
        id,
        "姓名",
        "案例" + member.required("pid"),
        "性别",
        "F".equals(member.required("sex")) ? "女" : "男",
        "出生日期",
        member.required("birth"),
        "与户主关系",
        member.required("relation"),
        "户籍",
        "doumen".equals(member.required("hukou")) ? "本区" : "外",
        "户口性质",
        type == null ? null : "rural".equals(type) ? "农村" : "城镇",
        "加入日期",
        member.text("joined"),
        "离户日期",
        member.text("left"),
        "户籍迁出日期",
        member.text("hukou_left"));
    if (member.has("died")) {
      tables.add("zx_death", "身份证号", id, "死亡日期", member.required("died"));
    }
    if (member.isTrue("serious_illness")) {
      tables.add("wj_illness", "身份证号", id, "病种编码", "案例", "类别", "大病", "确诊日期", "2016-12-31");
    }
    disability(member, id);
    spells(member, id);
    work(member, id);
    schools(member, id);
    rehabilitation(member, id);
  }

  private void disability(Node member, String id) {
    Node disability = member.node("disability");
    if (disability == null) {
      return;
    }
    disability.only(
        Set.of("category", "grade", "valid_from", "valid_to", "cdpf_qualified", "components"));
    int category = Integer.parseInt(disability.required("category"));
    String components =
        String.join(
            "、",
            disability.texts("components").stream()
                .map(digit -> CATEGORIES[Integer.parseInt(digit)])
                .toList());
    tables.add(
        "cl_certificate",
        "残疾人证号",
        id + category + disability.required("grade"),
        "身份证号",
        id,
        "类别",
        CATEGORIES[category],
        "多重分类",
        components.isEmpty() ? null : components,
        "等级",
        disability.required("grade"),
        "发证日期",
        disability.required("valid_from"),
        "有效期止",
        disability.required("valid_to"),
        "符合方案条件",
        CaseTables.yesNo(disability.isTrue("cdpf_qualified")));
  }

  private void spells(Node member, String id) {
    for (Node spell : member.nodes("medical")) {
      spell.only(Set.of("scheme", "from", "to"));
      tables.add(
          "rs_medical",
          "身份证号",
          id,
          "险种",
          SCHEMES.get(spell.required("scheme")),
          "起始日期",
          spell.required("from"),
          "终止日期",
          spell.text("to"));
    }
    for (Node spell : member.nodes("dibao")) {
      spell.only(Set.of("from", "to", "actual_monthly"));
      tables.add(
          "mz_dibao",
          "身份证号",
          id,
          "起始日期",
          spell.required("from"),
          "终止日期",
          spell.text("to"),
          "月实发金额",
          spell.text("actual_monthly"));
    }
    for (Node spell : member.nodes("wubao")) {
      spell.only(Set.of("from", "to"));
      tables.add(
          "mz_wubao",
          "身份证号",
          id,
          "供养方式",
          "分散",
          "起始日期",
          spell.required("from"),
          "终止日期",
          spell.text("to"));
    }
  }

  private void work(Node member, String id) {
    Node pension = member.node("pension");
    if (pension != null) {
      pension.only(Set.of("resident_scheme", "years_paid", "monthly", "dibao_application"));
      tables.add(
          "rs_pension",
          "身份证号",
          id,
          "参保",
          CaseTables.yesNo(pension.isTrue("resident_scheme")),
          "累计缴费年限",
          pension.text("years_paid", "0"),
          "月待遇",
          pension.text("monthly"));
      application(pension.text("dibao_application"), id);
    }
    Node labour = member.node("labour");
    if (labour != null) {
      labour.only(Set.of("capable", "willing", "mode"));
      tables.add(
          "rs_labour",
          "身份证号",
          id,
          "劳动能力",
          CaseTables.yesNo(labour.isTrue("capable")),
          "就业愿望",
          CaseTables.yesNo(labour.isTrue("willing")),
          "创业意向",
          "否",
          "就业状态",
          MODES.get(labour.text("mode", "none")),
          "急需就业",
          "否");
    }
  }

  /** {@code true} = an application in the last month of the window. */
  private void application(String application, String id) {
    if (application != null && !"false".equals(application)) {
      String month =
          "true".equals(application)
              ? YearMonth.from(policyCase.to()).toString()
              : application.substring(0, "2017-01".length());
      tables.add("mz_dibao_application", "身份证号", id, "申请月份", month);
    }
  }

  private void schools(Node member, String id) {
    for (Node enrolment : member.nodes("enrolment")) {
      enrolment.only(
          Set.of(
              "school",
              "stage",
              "from",
              "to",
              "boarding",
              "full_time",
              "entry_ay",
              "upgraded_from_college"));
      String from = enrolment.required("from");
      tables.add(
          "jy_enrolment",
          "身份证号",
          id,
          "学校标识码",
          enrolment.required("school"),
          "学校名称",
          enrolment.required("school"),
          "学段",
          STAGES.get(enrolment.required("stage")),
          "全日制",
          CaseTables.yesNo(enrolment.isTrue("full_time")),
          "住宿",
          CaseTables.yesNo(enrolment.isTrue("boarding")),
          "入学日期",
          from,
          "离校日期",
          enrolment.text("to"),
          "入学学年",
          enrolment.text("entry_ay", schoolYear(from)));
    }
  }

  private static String schoolYear(String from) {
    LocalDate entered = LocalDate.parse(from);
    boolean autumn = entered.getMonthValue() >= 8;
    return String.valueOf(autumn ? entered.getYear() : entered.getYear() - 1);
  }

  private void rehabilitation(Node member, String id) {
    for (Node item : member.nodes("rehab")) {
      item.only(Set.of("ref", "date", "approved"));
      tables.add(
          "cl_rehab",
          "审批号",
          CaseTables.item(member.required("pid"), item.required("ref")),
          "身份证号",
          id,
          "项目",
          "康复",
          "服务日期",
          item.required("date"),
          "核定金额",
          item.required("approved"),
          "收款方",
          "本人");
    }
  }
}
