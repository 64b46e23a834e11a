package bangfu.cases;

import java.nio.file.Path;
import java.util.List;

/** The case files that stand beside the rules. */
final class OwnCases {
  private static final Path POLICY = Path.of("../rules/src/main/resources/policy");

  private OwnCases() {}

  /** Every case of every measure. */
  static List<PolicyCase> all() {
    return CaseFiles.read(List.of(POLICY));
  }
}
