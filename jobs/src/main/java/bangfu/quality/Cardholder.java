package bangfu.quality;

import bangfu.engine.time.IsoDay;
import bangfu.register.StoredRow;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Whom an account belongs to, by the household's member rows. */
public final class Cardholder {
  private Cardholder() {}

  /**
   * The names under which the cardholder is a member on a day; empty when he is none then.
   *
   * @param account a row of cz_account
   * @param members rows of nb_member, of any household
   */
  public static Set<String> names(StoredRow account, List<StoredRow> members, LocalDate day) {
    Set<String> names = new HashSet<>();
    for (StoredRow member : members) {
      if (member.value("户编号").equals(account.value("户编号"))
          && member.value("身份证号").equals(account.value("持卡人身份证号"))
          && isMember(member, day)) {
        names.add(member.value("姓名"));
      }
    }
    return names;
  }

  /** True for the days from 加入日期 to 离户日期, whether the member is alive or not. */
  public static boolean isMember(StoredRow member, LocalDate day) {
    String joined = member.value("加入日期");
    String left = member.value("离户日期");
    return (joined == null || !IsoDay.parse(joined).isAfter(day))
        && (left == null || !IsoDay.parse(left).isBefore(day))
        && stands(member, day);
  }

  /** False for a row whose disappearance was confirmed by that day. */
  private static boolean stands(StoredRow row, LocalDate day) {
    return row.endedOn() == null || row.endedOn().isAfter(day);
  }
}
