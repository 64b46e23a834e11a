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
  /** The first school year that begins within the plan, and the last. */
  private static final int FIRST_YEAR = 2017;

  private static final int LAST_YEAR = 2019;

  /** What makes a time at school other than whole, in the order of the weights. */
  private enum Turn {
    DROPS_OUT,
    TRANSFERS,
    ENTERS_LATE,
    NONE
  }

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
    int firstYear = Math.max(year, FIRST_YEAR);
    int lastYear = Math.min(year + rung.years() - 1, LAST_YEAR);
    Turn turn = lastYear < firstYear ? Turn.NONE : drawTurn(rung);
    int turnYear = lastYear < firstYear ? year : dice.between(firstYear, lastYear);
    switch (turn) {
      case DROPS_OUT ->
          attendances.add(whole.until(LocalDate.of(turnYear, 9, dice.between(5, 28))));
      case TRANSFERS -> addTransfer(whole, LocalDate.of(turnYear, 11, dice.between(1, 30)));
      case ENTERS_LATE ->
          attendances.add(year < FIRST_YEAR ? whole : whole.from(LocalDate.of(year, 10, 16)));
      case NONE -> attendances.add(whole);
    }
    return turn != Turn.DROPS_OUT;
  }

  private Turn drawTurn(SchoolLadder rung) {
    return Turn.values()[dice.weighted(dropoutWeight(rung), 15, 10, 960)];
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
    boolean partTime = rung == SchoolLadder.COLLEGE && year >= FIRST_YEAR && dice.chance(100);
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
