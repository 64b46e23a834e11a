package bangfu.cases;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What differs between expected and actual, worded for the policy writer. */
final class Differences {
  private final List<CaseDifference> found = new ArrayList<>();
  private String clause;
  private String subject;
  private String period;

  /** What the next differences are about. */
  void about(Node expected) {
    about(expected.text("clause"), expected.text("subject"), expected.text("period"));
  }

  /** What the next differences are about. */
  void about(String ofClause, String ofSubject, String inPeriod) {
    clause = ofClause;
    subject = ofSubject;
    period = inPeriod;
  }

  void expect(String what, Object expected, Object actual) {
    if (expected != null && !expected.equals(actual)) {
      add(what + ": expected " + expected + ", but was " + actual);
    }
  }

  /** As {@link #expect}, for sums. */
  void expectFen(String what, long expected, long actual) {
    expect(what, Money.yuan(expected), Money.yuan(actual));
  }

  /** As {@link #expect}, for sums by name. */
  void expectFen(String what, Map<String, Long> expected, Map<String, Long> actual) {
    expect(what, yuan(expected), yuan(actual));
  }

  private static Map<String, String> yuan(Map<String, Long> fen) {
    Map<String, String> yuan = new TreeMap<>();
    fen.forEach((name, sum) -> yuan.put(name, Money.yuan(sum)));
    return yuan;
  }

  void add(String difference) {
    found.add(new CaseDifference(difference, clause, subject, period));
  }

  List<CaseDifference> list() {
    return List.copyOf(found);
  }
}
