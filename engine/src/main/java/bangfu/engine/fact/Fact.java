package bangfu.engine.fact;

import bangfu.engine.time.DaySet;

/** One statement of a department. */
public interface Fact {
  Source source();

  /** The days about which the row speaks; all days unless it is a spell. */
  default DaySet days() {
    return DaySet.ALL;
  }
}
