package bangfu.sample;

import java.time.LocalDate;

/**
 * When a listed house is accepted: 187 of the 623 (30%) by the end of 2017, the rest by December
 * 2019. Both days of a phase belong to it.
 */
enum AcceptancePhase {
  BY_AUTUMN_2017("2017-04-05", "2017-09-28", 118),
  BY_END_OF_2017("2017-10-09", "2017-12-29", 187),
  IN_2018("2018-01-08", "2018-12-28", 410),
  IN_2019("2019-01-07", "2019-12-13", 623);

  private final LocalDate first;
  private final LocalDate last;
  private final int acceptedByThen;

  AcceptancePhase(String first, String last, int acceptedByThen) {
    this.first = LocalDate.parse(first);
    this.last = LocalDate.parse(last);
    this.acceptedByThen = acceptedByThen;
  }

  /** The phase of the house that comes {@code rank}-th (from 0) of the 623. */
  static AcceptancePhase ofRank(int rank) {
    for (AcceptancePhase phase : values()) {
      if (rank < phase.acceptedByThen) {
        return phase;
      }
    }
    throw new IllegalArgumentException("rank: expected below 623, but was " + rank);
  }

  LocalDate first() {
    return first;
  }

  LocalDate last() {
    return last;
  }
}
