package bangfu.cases;

import java.util.ArrayList;
import java.util.List;

/** What differs between expected and actual, worded for the policy writer. */
final class Differences {
  private final List<String> found = new ArrayList<>();

  void expect(String what, Object expected, Object actual) {
    if (expected != null && !expected.equals(actual)) {
      found.add(what + ": expected " + expected + ", but was " + actual);
    }
  }

  void add(String difference) {
    found.add(difference);
  }

  List<String> list() {
    return List.copyOf(found);
  }
}
