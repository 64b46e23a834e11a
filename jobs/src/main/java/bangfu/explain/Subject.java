package bangfu.explain;

import bangfu.engine.fact.Household;
import bangfu.engine.fact.Membership;
import bangfu.engine.fact.Person;
import bangfu.engine.fact.Unit;
import bangfu.engine.fold.CodePoints;
import bangfu.rules.ClauseWords;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Whom clauses decide about.
 *
 * @param id identity number, or the household number
 * @param home the household; of a person the one he lives in on the day, the smallest number if
 *     there are several, or else the smallest of all he ever lived in
 */
record Subject(ClauseWords.Subject kind, String id, String name, String home) {

  /** All subjects of a unit: household by household, and behind each the persons at home in it. */
  static List<Subject> of(Unit unit, int day) {
    List<Subject> subjects = new ArrayList<>();
    for (Household household : unit.households()) {
      String number = household.number();
      subjects.add(
          new Subject(ClauseWords.Subject.HOUSEHOLD, number, household.headName(), number));
    }
    for (Person person : unit.persons()) {
      subjects.add(
          new Subject(ClauseWords.Subject.PERSON, person.id(), person.name(), home(person, day)));
    }
    subjects.sort(
        Comparator.comparing((Subject subject) -> subject.home(), CodePoints.ORDER)
            .thenComparing(subject -> subject.kind() == ClauseWords.Subject.PERSON)
            .thenComparing(Subject::id, CodePoints.ORDER));
    return subjects;
  }

  private static String home(Person person, int day) {
    return person.memberships().stream()
        .min(
            Comparator.comparing((Membership m) -> !m.days().contains(day))
                .thenComparing(m -> m.household().number(), CodePoints.ORDER))
        .map(membership -> membership.household().number())
        .orElse("");
  }
}
