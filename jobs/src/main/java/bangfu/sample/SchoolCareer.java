package bangfu.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Somebody's way through the schools from the stage of 2016/17 (or the first kindergarten) to
 * 2019/20. Up to the summer of 2017 it is just the stage of the profile; departures in September,
 * late entries and changes of school come later.
 */
final class SchoolCareer {
  private static final int LAST_YEAR = 2019;

  private final Town town;
  private final Dice dice;
  private final List<Attendance> attendances = new ArrayList<>();

  private SchoolCareer(Town town, Dice dice) {
    this.town = town;
    this.dice = dice;
  }

  /** In order of time, without overlap; empty for who goes to no school. */
  static List<Attendance> of(SamplePerson person, Town town, Dice dice) {
    SchoolCareer career = new SchoolCareer(town, dice);
    if (person.is(Kind.PUPIL)) {
      career.follow(SchoolLadder.of(person.profile().stage()), person.birth());
    } else if (person.is(Kind.INFANT) && dice.chance(850)) {
      career.follow(SchoolLadder.PRESCHOOL, person.birth());
    }
    return career.attendances;
  }

  private void follow(SchoolLadder firstRung, LocalDate birth) {
    SchoolLadder rung = firstRung;
    int year = rung.entryYear(birth);
    while (rung != null && year <= LAST_YEAR) {
      boolean finished = attend(rung, year);
      year += rung.years();
      rung = finished ? next(rung) : null;
    }
  }

  /** False for a pupil who leaves for good before the end of the stage. */
  private boolean attend(SchoolLadder rung, int year) {
    Attendance whole = whole(rung, year);
    int firstOpenYear = Math.max(year, 2017);
    int lastOpenYear = Math.min(year + rung.years() - 1, LAST_YEAR);
    int draw = firstOpenYear > lastOpenYear ? 3 : dice.weighted(dropoutWeight(rung), 15, 10, 960);
    int turningYear = dice.between(firstOpenYear, Math.max(firstOpenYear, lastOpenYear));
    switch (draw) {
      case 0 -> attendances.add(whole.until(LocalDate.of(turningYear, 9, dice.between(5, 28))));
      case 1 -> addTransfer(whole, LocalDate.of(turningYear, 11, dice.between(1, 30)));
      case 2 -> attendances.add(year < 2017 ? whole : whole.from(LocalDate.of(year, 10, 16)));
      default -> attendances.add(whole);
    }
    return draw != 0;
  }

  private static int dropoutWeight(SchoolLadder rung) {
    return rung.isBeforeUpperSecondary() ? 4 : 30;
  }

  private void addTransfer(Attendance whole, LocalDate lastDayAtFirstSchool) {
    School next = School.otherThan(whole.school(), whole.rung(), town);
    attendances.add(whole.until(lastDayAtFirstSchool));
    attendances.add(whole.continuedAt(next, lastDayAtFirstSchool.plusDays(1)));
  }

  private Attendance whole(SchoolLadder rung, int year) {
    int lastYear = year + rung.years();
    boolean partTime = rung == SchoolLadder.COLLEGE && year >= 2017 && dice.chance(100);
    return new Attendance(
        rung,
        School.draw(rung, town, dice),
        LocalDate.of(year, 9, 1),
        lastYear <= LAST_YEAR ? LocalDate.of(lastYear, 7, 10) : null,
        year,
        !partTime,
        !partTime && boards(rung));
  }

  private boolean boards(SchoolLadder rung) {
    return rung.isHigher()
        || dice.chance(
            rung.isUpperSecondary() ? 850 : rung == SchoolLadder.JUNIOR_SECONDARY ? 250 : 0);
  }

  /** Null for who leaves school with this stage. */
  private SchoolLadder next(SchoolLadder rung) {
    return switch (rung) {
      case PRESCHOOL -> SchoolLadder.PRIMARY;
      case PRIMARY -> SchoolLadder.JUNIOR_SECONDARY;
      case JUNIOR_SECONDARY -> afterJunior();
      case SENIOR_SECONDARY -> oneOf(30, SchoolLadder.COLLEGE, 45, SchoolLadder.BACHELOR);
      case SECONDARY_VOCATIONAL, TECHNICIAN -> oneOf(25, SchoolLadder.COLLEGE, 0, null);
      case COLLEGE -> oneOf(10, SchoolLadder.BACHELOR, 0, null);
      case BACHELOR -> oneOf(20, SchoolLadder.POSTGRADUATE, 0, null);
      case POSTGRADUATE -> null;
    };
  }

  private SchoolLadder afterJunior() {
    boolean technician = dice.chance(100);
    SchoolLadder vocational =
        technician ? SchoolLadder.TECHNICIAN : SchoolLadder.SECONDARY_VOCATIONAL;
    return oneOf(55, SchoolLadder.SENIOR_SECONDARY, 38, vocational);
  }

  private SchoolLadder oneOf(
      int firstPercent, SchoolLadder first, int secondPercent, SchoolLadder second) {
    return switch (dice.weighted(firstPercent, secondPercent, 100 - firstPercent - secondPercent)) {
      case 0 -> first;
      case 1 -> second;
      default -> null;
    };
  }
}
