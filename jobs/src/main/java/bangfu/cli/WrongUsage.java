package bangfu.cli;

import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says what was given, what is allowed and where the help is. */
final class WrongUsage implements IParameterExceptionHandler {
  private final Terminal terminal;

  WrongUsage(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public int handleParseException(ParameterException failure, String[] args) {
    CommandLine command = failure.getCommandLine();
    terminal.say(terminal.text("usage.wrong", failure.getMessage()));
    UnmatchedArgumentException.printSuggestions(failure, terminal.err());
    terminal.say(terminal.text("usage.help", command.getCommandSpec().qualifiedName()));
    return ExitCodes.WRONG_USAGE;
  }
}
