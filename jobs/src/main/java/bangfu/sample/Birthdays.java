package bangfu.sample;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Birthdays that fit together in one household. Nobody turns 60 from 2017-01-01 to 2017-03-31
 * (S14), nobody is born after 2017-02-28; who turns 60 later in the plan is the ageing stream.
 */
final class Birthdays {
  private static final LocalDate OLDEST = LocalDate.of(1928, 1, 1);
  private static final LocalDate LAST_ELDER = LocalDate.of(1956, 12, 31);
  private static final LocalDate FIRST_OF_WORKING_AGE = LocalDate.of(1957, 4, 1);
  private static final LocalDate LAST_OF_WORKING_AGE = LocalDate.of(1998, 12, 31);
  private static final LocalDate LAST_CHILDLESS_HEAD = LocalDate.of(1992, 12, 31);

  private final HouseholdProfile profile;
  private final Dice dice;
  private final LocalDate[] births;

  private Birthdays(HouseholdProfile profile, Dice dice) {
    this.profile = profile;
    this.dice = dice;
    births = new LocalDate[profile.size()];
  }

  /** One for each member, in the profile's order. */
  static LocalDate[] of(HouseholdProfile profile, Dice dice) {
    return new Birthdays(profile, dice).draw();
  }

  private LocalDate[] draw() {
    for (int i = 0; i < births.length; i++) {
      births[i] = member(i).kind().isChild() ? child(member(i)) : null;
    }
    LocalDate eldest = eldestChildOfHead();
    births[0] = head(eldest);
    for (int i = 1; i < births.length; i++) {
      if (births[i] == null) {
        births[i] = adult(member(i), births[0], eldest);
      }
    }
    return births;
  }

  private MemberProfile member(int i) {
    return profile.members().get(i);
  }

  private LocalDate child(MemberProfile member) {
    return member.kind() == Kind.INFANT
        ? dice.day("2013-09-01", "2017-02-28")
        : SchoolLadder.of(member.stage()).birthOfPupil(dice);
  }

  /** Null when the head has no child at school or below. */
  private LocalDate eldestChildOfHead() {
    return IntStream.range(0, births.length)
        .filter(i -> births[i] != null && member(i).relation() == Relation.CHILD)
        .mapToObj(i -> births[i])
        .min(Comparator.naturalOrder())
        .orElse(null);
  }

  private LocalDate head(LocalDate eldestChild) {
    Kind kind = profile.head().kind();
    if (eldestChild == null) {
      return within(kind, OLDEST, kind == Kind.ELDER ? LAST_ELDER : LAST_CHILDLESS_HEAD);
    }
    return within(kind, eldestChild.minusYears(36), eldestChild.minusYears(20));
  }

  private LocalDate adult(MemberProfile member, LocalDate head, LocalDate eldestChild) {
    return switch (member.relation()) {
      case SPOUSE -> spouse(member.kind(), head, eldestChild);
      case CHILD -> within(member.kind(), head.plusYears(20), head.plusYears(40));
      case PARENT -> within(member.kind(), head.minusYears(35), head.minusYears(20));
      case SIBLING -> within(member.kind(), head.minusYears(8), head.plusYears(8));
      default -> within(member.kind(), OLDEST, LAST_OF_WORKING_AGE);
    };
  }

  private LocalDate spouse(Kind kind, LocalDate head, LocalDate eldestChild) {
    LocalDate last = head.plusYears(6);
    if (eldestChild != null && eldestChild.minusYears(19).isBefore(last)) {
      last = eldestChild.minusYears(19);
    }
    return within(kind, head.minusYears(6), last);
  }

  /** A day of the wanted range that suits the kind, or one of the kind's nearest five years. */
  private LocalDate within(Kind kind, LocalDate wantedFirst, LocalDate wantedLast) {
    LocalDate kindFirst = kind == Kind.ELDER ? OLDEST : FIRST_OF_WORKING_AGE;
    LocalDate kindLast = kind == Kind.ELDER ? LAST_ELDER : LAST_OF_WORKING_AGE;
    if (wantedFirst.isAfter(kindLast)) {
      return dice.between(kindLast.minusYears(5), kindLast);
    }
    if (wantedLast.isBefore(kindFirst)) {
      return dice.between(kindFirst, kindFirst.plusYears(5));
    }
    return dice.between(
        wantedFirst.isBefore(kindFirst) ? kindFirst : wantedFirst,
        wantedLast.isAfter(kindLast) ? kindLast : wantedLast);
  }
}
