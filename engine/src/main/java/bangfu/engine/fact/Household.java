package bangfu.engine.fact;

import bangfu.engine.time.DaySet;
import bangfu.engine.time.Timeline;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A registered household 户 with everything that is known about it. */
public final class Household implements Fact {

  /**
   * The registered facts.
   *
   * @param number 户编号
   * @param town 镇街代码 over time
   * @param village 村居代码 over time
   * @param group 帮扶类别 over time, 1 to 3; 0 = none
   * @param persons 家庭人口 as filed
   * @param incomeFen 家庭年可支配收入 of the assessed year, fen
   * @param incomeYear 核定年度
   * @param filedOn 建档日期, first day on file; null = never
   * @param exitedOn 退出日期, last day on file; null = still on file
   * @param headId 户主身份证号
   * @param origin 原户编号; null = not split from another
   * @param splitOn 分户日期; null = the day of filing
   */
  public record Registration(
      String number,
      Timeline<String> town,
      Timeline<String> village,
      Timeline<Integer> group,
      int persons,
      long incomeFen,
      int incomeYear,
      LocalDate filedOn,
      LocalDate exitedOn,
      String headId,
      String origin,
      LocalDate splitOn) {}

  private final Registration registration;
  private final Source source;
  private final List<Membership> members = new ArrayList<>();
  private final List<FarmVerification> farmVerifications = new ArrayList<>();
  private final List<FarmClaim> farmClaims = new ArrayList<>();
  private final List<HousingRow> housingRows = new ArrayList<>();
  private final List<Shock> shocks = new ArrayList<>();
  private final DaySet fileDays;
  private DaySet rollDays;
  private Household origin;
  private String family;

  public Household(Registration registration, Source source) {
    this.registration = registration;
    this.source = source;
    this.fileDays =
        registration.filedOn() == null
            ? DaySet.NONE
            : DaySet.between(registration.filedOn(), registration.exitedOn());
  }

  public String number() {
    return registration.number();
  }

  public Registration registration() {
    return registration;
  }

  @Override
  public Source source() {
    return source;
  }

  /** The days between filing and exit, whatever the group; none when never filed. */
  @Override
  public DaySet days() {
    return fileDays;
  }

  /** The days on file in one of these target groups. */
  public DaySet fileDays(Set<Integer> groups) {
    return fileDays.isEmpty()
        ? fileDays
        : fileDays.and(registration.group().daysWhere(groups::contains));
  }

  /** The name of the head 户主, for lists; empty when the head is no member. */
  public String headName() {
    for (Membership member : members) {
      if (member.person().id().equals(registration.headId())) {
        return member.person().name();
      }
    }
    return "";
  }

  /** The day of the split from 原户编号 (分户日期, or the day of filing); null when unknown. */
  public LocalDate splitOn() {
    return registration.splitOn() != null ? registration.splitOn() : registration.filedOn();
  }

  /**
   * The household this one was split from; null when there is none, or when the register does not
   * know it.
   */
  public Household origin() {
    return origin;
  }

  void setOrigin(Household origin) {
    this.origin = origin;
  }

  /** The smallest number of all households connected by 原户编号. */
  public String family() {
    return family;
  }

  void setFamily(String family) {
    this.family = family;
  }

  /** The days on which someone who is alive and lives here is on the dibao or wubao roll. */
  public DaySet rollDays() {
    if (rollDays == null) {
      DaySet days = DaySet.NONE;
      for (Membership member : members) {
        days = days.or(member.days().and(member.person().rollDays()));
      }
      rollDays = days;
    }
    return rollDays;
  }

  public List<Membership> members() {
    return members;
  }

  public List<FarmVerification> farmVerifications() {
    return farmVerifications;
  }

  public List<FarmClaim> farmClaims() {
    return farmClaims;
  }

  public List<HousingRow> housingRows() {
    return housingRows;
  }

  public List<Shock> shocks() {
    return shocks;
  }

  @Override
  public String toString() {
    return "household " + number();
  }
}
