package bangfu.cases;

import bangfu.engine.fact.Unit;
import bangfu.engine.fold.Accrual;
import bangfu.engine.fold.Assessment;
import java.util.List;
import java.util.Map;

/**
 * What the engine says about a case.
 *
 * @param accruals those of the window
 * @param assessment everything up to the window's last day, refusals included
 * @param subjects the case's names of persons (pid) to identity numbers
 * @param proposals per household and day of an income update: the proposed step, or empty
 */
record CaseResult(
    Unit unit,
    List<Accrual> accruals,
    Assessment assessment,
    Map<String, String> subjects,
    List<Proposal> proposals) {

  /** What an income update alone would propose. */
  record Proposal(String household, String date, String action, String perHead) {}

  /**
   * The identity number behind a case's name; other names (household numbers) stand for themselves.
   */
  String subject(String name) {
    return subjects.getOrDefault(name, name);
  }
}
