package bangfu.cli;

import bangfu.database.Database;
import bangfu.policy.PolicyInForce;
import bangfu.rules.PackException;
import bangfu.rules.Policy;
import bangfu.rules.PolicyPack;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import picocli.CommandLine.Option;

/**
 * Which policy decides: the one that a folder makes of the program's own, or else the one in force
 * in the register.
 */
final class PolicyOption {
  @Option(names = "--policy", paramLabel = "DIR", descriptionKey = "option.policy")
  private Path folder;

  private PolicyPack read;
  private CompletableFuture<Policy> begun;

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
   * is opened, which takes as long.
   */
  void begin() {
    PolicyPack likely = pack();
    begun = CompletableFuture.supplyAsync(() -> new Policy(likely));
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
    return begun != null && deciding == pack() ? result(begun) : new Policy(deciding);
  }

  private static Policy result(CompletableFuture<Policy> policy) {
    try {
      return policy.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof PackException failure) {
        throw failure;
      }
      throw e;
    }
  }
}
