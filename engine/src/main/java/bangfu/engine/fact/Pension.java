package bangfu.engine.fact;

import bangfu.engine.time.Timeline;

/**
 * The residents' pension 城乡居民养老保险; the table has no dates of its own.
 *
 * @param entry the entry over time
 */
public record Pension(Person person, Timeline<Entry> entry, Source source) implements PersonalFact {

  /**
   * One entry of the register.
   *
   * @param insured 参保
   * @param yearsPaid 累计缴费年限
   * @param monthlyFen 月待遇, fen; null = draws none
   */
  public record Entry(boolean insured, int yearsPaid, Long monthlyFen) {}
}
