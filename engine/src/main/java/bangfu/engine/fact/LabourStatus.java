package bangfu.engine.fact;

import bangfu.engine.time.Timeline;

/**
 * The labour register's entry 劳动力实名登记; the table has no dates of its own.
 *
 * @param entry the entry over time
 */
public record LabourStatus(Person person, Timeline<Entry> entry, Source source)
    implements PersonalFact {

  /**
   * One entry of the register.
   *
   * @param capable 劳动能力
   * @param willing 就业愿望
   * @param enterprising 创业意向
   */
  public record Entry(
      boolean capable, boolean willing, boolean enterprising, EmploymentStatus status) {}
}
