package bangfu.cases;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/**
 * One case as written.
 *
 * @param file file and line where it stands, for messages
 * @param from first day of the accrual window, included
 * @param to last day of the accrual window, included; also the assessment day
 */
public record PolicyCase(
    String file,
    String id,
    String title,
    Set<String> clausesTested,
    LocalDate from,
    LocalDate to,
    Node body,
    Node expect) {

  /** Where it stands, for messages. */
  public String name() {
    return id + " " + title;
  }

  List<Node> households() {
    return body.nodes("households");
  }
}
