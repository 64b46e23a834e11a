package bangfu.sample.defect;

import static bangfu.sample.defect.Effect.ANY;

/**
 * Whole files: most are of tables that no money rests on, so that their refusal shows nowhere but
 * in quality.csv; {@link DirtyFolder} writes them.
 */
final class FileDefects {
  private static final int MORE_THAN_TEN = 10;

  private final Planting planting;

  FileDefects(Planting planting) {
    this.planting = planting;
  }

  void plant() {
    planting.table("zx_notice").header().remove("异议数");
    refused("zx_notice", "缺少必填列「异议数」");
    planting.table("zx_check").header().add("月份");
    refused("zx_check", "表头中「月份」出现两次");
    for (int line = 1; line <= MORE_THAN_TEN; line++) {
      planting.table("mz_dibao_application").title("说明" + line);
    }
    refused("mz_dibao_application", "前 10 行中没有表头");
    refused("rs_service", "同时送来 csv 和 xlsx");
    refused("tw_visit", "空文件");
    refused("ny_entity", "被截断的工作簿");
    refused("ny_link", "工作簿含有外部实体");
    refused("cz_budget", "压缩炸弹");
    planting.noteFile(
        "fl_mother",
        Plant.REFUSED,
        "UTF-16 编码",
        Effect.lost(ANY, ANY, "2.2.7-b", ANY),
        Effect.lost(ANY, ANY, "2.2.7-c", ANY));
    cutOff();
  }

  private void refused(String table, String reason) {
    planting.noteFile(table, Plant.REFUSED, reason, MemberDefects.nobody());
  }

  /** Behind the second column. */
  private void cutOff() {
    DirtyLine last = planting.table("fl_activity").last();
    int length = last.get("村居代码").length() + 1 + last.get("日期").length();
    planting.note(last.cutOff(length), "", "FIELDS", "文件在一行中间被截断", MemberDefects.nobody());
  }
}
