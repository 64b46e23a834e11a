package bangfu.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Packs that change the policy; without a step it shows its help. */
@Command(
    subcommands = {
      PolicyCheckCommand.class,
      PolicyMutantsCommand.class,
      PolicyRegisterCommand.class,
      PolicyApproveCommand.class,
      PolicyListCommand.class,
      PolicyBookCommand.class
    })
final class PolicyCommand extends CommonOptions implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    spec.commandLine().usage(spec.commandLine().getErr());
    return ExitCodes.WRONG_USAGE;
  }
}
