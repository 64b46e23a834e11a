package bangfu.cli;

import bangfu.database.Database;
import bangfu.policy.PolicyInForce;
import bangfu.rules.Policy;
import bangfu.rules.PolicyPack;
import java.nio.file.Path;
import java.time.YearMonth;
import picocli.CommandLine.Option;

/**
 * Which policy decides: the one that a folder makes of the program's own, or else the one in force
 * in the register.
 */
final class PolicyOption {
  @Option(names = "--policy", paramLabel = "DIR", descriptionKey = "option.policy")
  private Path folder;

  private PolicyPack read;
  private Policy begun;

  /**
   * Without a register: the policy of the folder, or else of the program.
   *
   * @throws bangfu.rules.PackException when the folder is no pack, or says what it cannot say
   */
  PolicyPack pack() {
    if (read == null) {
      read = folder == null ? PolicyPack.builtIn() : PolicyPack.read(folder);
    }
    return read;
  }

  /**
   * Begins to make the policy that most registers have in force. To be called before the register
   * is opened.
   */
  void begin() {
    begun = Policy.begun(pack());
  }

  /**
   * The policy that decides about a month in a register.
   *
   * @param month null = the next one to be posted
   * @throws bangfu.rules.PackException when its rules do not compile
   */
  Policy policy(Database database, YearMonth month) {
    PolicyPack deciding =
        folder == null ? new PolicyInForce(database.dataSource()).of(month) : pack();
    if (begun == null || deciding != pack()) {
      return new Policy(deciding);
    }
    if (folder != null) {
      begun.await(); // somebody wrote it just now
    }
    return begun;
  }
}
