package bangfu.cli;

import bangfu.sample.SampleGenerator;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Writes a synthetic delivery. */
@Command(name = "sample")
final class SampleCommand extends CommonOptions implements Callable<Integer> {
  private final Terminal terminal;

  @Option(names = "--out", paramLabel = "DIR", required = true, descriptionKey = "sample.out")
  private Path out;

  @Option(
      names = "--households",
      paramLabel = "N",
      defaultValue = "" + SampleGenerator.DEFAULT_HOUSEHOLDS,
      descriptionKey = "sample.households")
  private int households;

  @Option(
      names = "--seed",
      paramLabel = "S",
      defaultValue = "" + SampleGenerator.DEFAULT_SEED,
      descriptionKey = "sample.seed")
  private long seed;

  SampleCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    if (households < 1 || households > SampleGenerator.MAX_HOUSEHOLDS) {
      throw new UsageException(
          terminal.text("usage.households", SampleGenerator.MAX_HOUSEHOLDS, households));
    }
    new SampleGenerator(seed, households).write(out);
    terminal.progress("sample.done", households, out);
    return ExitCodes.DONE;
  }
}
