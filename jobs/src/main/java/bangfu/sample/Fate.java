package bangfu.sample;

import java.time.LocalDate;

/**
 * What takes a person out of the register after March 2017; each day null when it never comes.
 *
 * @param diedOn day of death
 * @param leftOn last day in the household
 * @param hukouLeftOn last day of Doumen hukou
 */
record Fate(LocalDate diedOn, LocalDate leftOn, LocalDate hukouLeftOn) {
  static final Fate STAYS = new Fate(null, null, null);

  static Fate dies(LocalDate day) {
    return new Fate(day, null, null);
  }

  static Fate leaves(LocalDate day) {
    return new Fate(null, day, null);
  }

  static Fate movesHukou(LocalDate day) {
    return new Fate(null, null, day);
  }
}
