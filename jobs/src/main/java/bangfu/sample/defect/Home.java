package bangfu.sample.defect;

import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * A household of the clean delivery with all that the tables say about it.
 *
 * @param about rows of each table by subject
 */
record Home(
    String number,
    DirtyLine row,
    List<DirtyLine> members,
    Map<String, Map<String, List<DirtyLine>>> about) {
  private static final String ID = "身份证号";
  private static final Charset GBK = Charset.forName("GBK");
  private static final List<String> FATES = List.of("加入日期", "离户日期", "户籍迁出日期");

  List<DirtyLine> rows(String table) {
    return rows(table, number);
  }

  List<DirtyLine> rows(String table, String subject) {
    return about.get(table).getOrDefault(subject, List.of());
  }

  static String id(DirtyLine member) {
    return member.get(ID);
  }

  boolean has(String table, DirtyLine member) {
    return !rows(table, id(member)).isEmpty();
  }

  /** The only row of a table about a member, or null when there are none or several. */
  DirtyLine only(String table, DirtyLine member) {
    List<DirtyLine> rows = rows(table, id(member));
    return rows.size() == 1 ? rows.get(0) : null;
  }

  /**
   * Nothing happens to it while the plan runs, and its money reaches the bank: what a plant does is
   * then the plant's doing alone.
   */
  boolean isSteady() {
    return row.get("退出日期").isEmpty()
        && members.stream().allMatch(this::staysAlive)
        && rows("cz_account").size() == 1
        && GBK.newEncoder().canEncode(rows("cz_account").get(0).get("户名"))
        && (rows("ny_claim").isEmpty() || !rows("ny_household").isEmpty());
  }

  private boolean staysAlive(DirtyLine member) {
    return !has("zx_death", member) && FATES.stream().allMatch(fate -> member.get(fate).isEmpty());
  }

  /** Nobody in it is on a roll or a list that gives money to the others too. */
  boolean hasNoRolls() {
    return rows("zj_housing").isEmpty()
        && members.stream()
            .noneMatch(
                member ->
                    has("mz_dibao", member) || has("mz_wubao", member) || has("fl_mother", member));
  }

  /** The first member but the head whom the predicate takes, or null. */
  DirtyLine dependant(Predicate<DirtyLine> wanted) {
    return members.stream()
        .filter(member -> !member.get("与户主关系").equals("户主"))
        .filter(wanted)
        .findFirst()
        .orElse(null);
  }

  /** The first member whom the predicate takes, or null. */
  DirtyLine member(Predicate<DirtyLine> wanted) {
    return members.stream().filter(wanted).findFirst().orElse(null);
  }
}
