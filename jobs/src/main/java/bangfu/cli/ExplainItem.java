package bangfu.cli;

import bangfu.engine.fold.Explanation;
import bangfu.ledger.PostedLine;
import bangfu.rules.ParameterValue;
import java.util.List;

/**
 * One sum with all that is said about it.
 *
 * @param lines the ledger's, by number; those of corrections too
 * @param rates the parameters it was worked out with, as in force on its day
 */
record ExplainItem(Explanation why, List<PostedLine> lines, List<ParameterValue> rates) {

  /** The condition that failed; null when none did. */
  Explanation.Word failed() {
    return why.words().stream().filter(word -> !word.holds()).findFirst().orElse(null);
  }

  /** True when another period gives nothing for the same reason, so that one line says both. */
  boolean isAlike(ExplainItem other) {
    return why.verdict() == Explanation.Verdict.REFUSED
        && other.why.verdict() == Explanation.Verdict.REFUSED
        && lines.isEmpty()
        && other.lines.isEmpty()
        && why.clause().equals(other.why.clause())
        && why.subject().equals(other.why.subject())
        && why.code().equals(other.why.code());
  }
}
