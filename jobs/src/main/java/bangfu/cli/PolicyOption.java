package bangfu.cli;

import bangfu.rules.Policy;
import bangfu.rules.PolicyPack;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Which policy decides: that of the program, or the one that a folder makes of it. */
final class PolicyOption {
  @Option(names = "--policy", paramLabel = "DIR", descriptionKey = "option.policy")
  private Path folder;

  /**
   * The policy chosen.
   *
   * @throws bangfu.rules.PackException when the folder is no pack, or says what it cannot say
   */
  Policy policy() {
    return new Policy(folder == null ? PolicyPack.builtIn() : PolicyPack.read(folder));
  }

  /** True when a folder is given. */
  boolean given() {
    return folder != null;
  }
}
