package bangfu.sample;

import java.time.LocalDate;

/**
 * A time at one school.
 *
 * @param lastDay null while it goes on
 * @param entryYear 入学学年, the school year of the first entry to this stage
 */
record Attendance(
    SchoolLadder rung,
    School school,
    LocalDate firstDay,
    LocalDate lastDay,
    int entryYear,
    boolean fullTime,
    boolean boarding) {

  Attendance until(LocalDate day) {
    return new Attendance(rung, school, firstDay, day, entryYear, fullTime, boarding);
  }

  Attendance from(LocalDate day) {
    return new Attendance(rung, school, day, lastDay, entryYear, fullTime, boarding);
  }

  /** The same stage at another school. */
  Attendance continuedAt(School next, LocalDate day) {
    return new Attendance(rung, next, day, lastDay, entryYear, fullTime, boarding);
  }
}
