package bangfu.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** What the bank says of the payments, and what is done about it: without a command its help. */
@Command(
    subcommands = {
      BankReturnCommand.class,
      BankStatusCommand.class,
      BankReissueCommand.class,
      BankWriteOffCommand.class
    })
final class BankCommand extends CommonOptions implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    spec.commandLine().usage(spec.commandLine().getErr());
    return ExitCodes.WRONG_USAGE;
  }
}
