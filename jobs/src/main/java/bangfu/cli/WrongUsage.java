package bangfu.cli;

import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.MutuallyExclusiveArgsException;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says what was given, what is allowed and where the help is. */
final class WrongUsage implements IParameterExceptionHandler {
  private static final String WRONG_VALUE = "Invalid value for ";

  private final Terminal terminal;

  WrongUsage(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public int handleParseException(ParameterException failure, String[] args) {
    CommandLine command = failure.getCommandLine();
    terminal.say(terminal.text("usage.wrong", explained(failure)));
    if (failure instanceof UnmatchedArgumentException unmatched) {
      List<String> meant = unmatched.getSuggestions();
      if (!meant.isEmpty()) {
        terminal.say(terminal.text("usage.meant", String.join(", ", meant)));
      }
    }
    terminal.say(terminal.text("usage.help", command.getCommandSpec().qualifiedName()));
    return ExitCodes.WRONG_USAGE;
  }

  /** The parser's own words are English. */
  private String explained(ParameterException failure) {
    if (failure instanceof MissingParameterException missing && !missing.getMissing().isEmpty()) {
      String names =
          missing.getMissing().stream().map(WrongUsage::name).collect(Collectors.joining(", "));
      return terminal.text("usage.missing", names);
    }
    if (failure instanceof UnmatchedArgumentException unmatched) {
      return terminal.text("usage.unmatched", unmatched.getUnmatched().get(0));
    }
    if (failure instanceof MutuallyExclusiveArgsException && failure.getArgSpec() == null) {
      return terminal.text("usage.one-of", between(failure.getMessage(), "Error: ", " are mut"));
    }
    if (failure instanceof OverwrittenOptionException twice) {
      return terminal.text("usage.twice", name(twice.getOverwritten()));
    }
    ArgSpec argument = failure.getArgSpec();
    return argument != null && failure.getMessage().startsWith(WRONG_VALUE)
        ? terminal.text("usage.value", name(argument), reason(failure))
        : failure.getMessage();
  }

  private String reason(ParameterException failure) {
    return failure.getMessage().endsWith(" is not an int")
        ? terminal.text("usage.whole-number", failure.getValue())
        : failure.getMessage().replaceFirst("^" + WRONG_VALUE + "[^:]*: ", "");
  }

  private static String name(ArgSpec argument) {
    return argument instanceof OptionSpec option
        ? option.longestName() + '=' + option.paramLabel()
        : argument.paramLabel();
  }

  private static String between(String message, String before, String after) {
    int from = message.startsWith(before) ? before.length() : 0;
    int to = message.indexOf(after);
    return message.substring(from, to < 0 ? message.length() : to);
  }
}
