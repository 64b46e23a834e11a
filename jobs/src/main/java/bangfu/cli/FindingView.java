package bangfu.cli;

import bangfu.rules.check.PolicyFinding;
import java.util.List;

/** Findings about a policy in words, each with file and line. */
final class FindingView {
  private final Terminal terminal;

  FindingView(Terminal terminal) {
    this.terminal = terminal;
  }

  void print(List<PolicyFinding> findings) {
    for (PolicyFinding finding : findings) {
      terminal
          .out()
          .println(
              "  "
                  + finding.place()
                  + "  "
                  + terminal.text("check." + finding.kind(), finding.about().toArray()));
    }
  }
}
