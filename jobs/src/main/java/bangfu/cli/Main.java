package bangfu.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Map;
import picocli.CommandLine;

/** The program {@code bangfu}. */
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    Terminal terminal = Terminal.of(args);
    String noMemory = Failures.message(new OutOfMemoryError(), terminal) + System.lineSeparator();
    byte[] prepared = noMemory.getBytes(UTF_8);
    System.exit(run(terminal, prepared, args));
  }

  /** What is said when there is too little memory even to say so was prepared before. */
  private static int run(Terminal terminal, byte[] noMemory, String... args) {
    try {
      return run(terminal, args);
    } catch (OutOfMemoryError e) {
      System.err.write(noMemory, 0, noMemory.length);
      System.err.flush();
      return ExitCodes.FAILED;
    }
  }

  /** Runs one command and returns the exit code of the contract, see {@link ExitCodes}. */
  public static int run(String... args) {
    return run(Terminal.of(args), args);
  }

  static int run(Terminal terminal, String... args) {
    CommandLine commands = BangfuCommand.line(terminal, args);
    commands.setResourceBundle(terminal.bundle());
    commands.setOut(terminal.out());
    commands.setErr(terminal.err());
    commands.setUsageHelpAutoWidth(true);
    commands.setExitCodeExceptionMapper(failure -> ExitCodes.FAILED);
    commands.setExecutionExceptionHandler(
        (failure, command, parsed) -> {
          terminal.say(Failures.message(failure, terminal));
          return Failures.exitCode(failure);
        });
    commands.setParameterExceptionHandler(new WrongUsage(terminal));
    long begin = System.nanoTime();
    int exit = execute(commands, terminal, args);
    terminal.log("end", Map.of("exit", exit, "millis", (System.nanoTime() - begin) / 1_000_000));
    return exit;
  }

  /** Errors of the machine, such as too little memory, end a command as its own failures do. */
  private static int execute(CommandLine commands, Terminal terminal, String... args) {
    try {
      return commands.execute(args);
    } catch (Error e) {
      terminal.say(Failures.message(e, terminal));
      return ExitCodes.FAILED;
    }
  }
}
