package bangfu.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The program itself: without a command it shows its help. */
@Command(
    name = "bangfu",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    subcommands = {
      RunCommand.class,
      ImportCommand.class,
      AssessCommand.class,
      RecalculateCommand.class,
      LedgerCommand.class,
      ExplainCommand.class,
      BatchesCommand.class,
      ApproveCommand.class,
      SendCommand.class,
      BankCommand.class,
      HeldCommand.class,
      CloseCommand.class,
      VerifyCommand.class,
      RecoveryCommand.class,
      StatusCommand.class,
      CasesCommand.class,
      PolicyCommand.class,
      SimulateCommand.class,
      SampleCommand.class
    })
final class BangfuCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    spec.commandLine().usage(spec.commandLine().getErr());
    return ExitCodes.WRONG_USAGE;
  }
}
