package bangfu.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The program itself: without a command it shows its help. */
@Command(name = "bangfu", mixinStandardHelpOptions = true, versionProvider = Version.class)
final class BangfuCommand implements Callable<Integer> {
  /** In the order of the help. */
  private static final Map<String, Class<?>> COMMANDS = new LinkedHashMap<>();

  static {
    COMMANDS.put("run", RunCommand.class);
    COMMANDS.put("import", ImportCommand.class);
    COMMANDS.put("assess", AssessCommand.class);
    COMMANDS.put("recalculate", RecalculateCommand.class);
    COMMANDS.put("ledger", LedgerCommand.class);
    COMMANDS.put("explain", ExplainCommand.class);
    COMMANDS.put("batches", BatchesCommand.class);
    COMMANDS.put("approve", ApproveCommand.class);
    COMMANDS.put("send", SendCommand.class);
    COMMANDS.put("bank", BankCommand.class);
    COMMANDS.put("held", HeldCommand.class);
    COMMANDS.put("close", CloseCommand.class);
    COMMANDS.put("verify", VerifyCommand.class);
    COMMANDS.put("recovery", RecoveryCommand.class);
    COMMANDS.put("status", StatusCommand.class);
    COMMANDS.put("cases", CasesCommand.class);
    COMMANDS.put("policy", PolicyCommand.class);
    COMMANDS.put("simulate", SimulateCommand.class);
    COMMANDS.put("sample", SampleCommand.class);
  }

  @Spec private CommandSpec spec;

  /**
   * The command line for what was typed. It takes a tenth of a second to set up all commands, so
   * one that comes first is set up alone; all of them when there is none, for the help, or when
   * there is no such command, for the ones it may have meant.
   */
  static CommandLine line(Terminal terminal, String... args) {
    CommandFactory factory = new CommandFactory(terminal);
    CommandLine line = new CommandLine(new BangfuCommand(), factory);
    Class<?> typed = args.length == 0 ? null : COMMANDS.get(args[0]);
    (typed == null ? COMMANDS : Map.<String, Class<?>>of(args[0], typed))
        .forEach(line::addSubcommand);
    return line;
  }

  @Override
  public Integer call() {
    spec.commandLine().usage(spec.commandLine().getErr());
    return ExitCodes.WRONG_USAGE;
  }
}
