package bangfu.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Money that had left and is to be got back; without a step it shows its help. */
@Command(
    subcommands = {
      RecoveryListCommand.class,
      RecoveryStepCommand.Decide.class,
      RecoveryStepCommand.Collect.class,
      RecoveryStepCommand.SetOff.class,
      RecoveryStepCommand.Waive.class
    })
final class RecoveryCommand extends CommonOptions implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    spec.commandLine().usage(spec.commandLine().getErr());
    return ExitCodes.WRONG_USAGE;
  }
}
