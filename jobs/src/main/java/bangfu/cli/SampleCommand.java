package bangfu.cli;

import bangfu.sample.SampleGenerator;
import bangfu.sample.defect.DefectOverlay;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Writes a synthetic delivery. */
@Command
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

  @Option(names = "--defects", descriptionKey = "sample.defects")
  private boolean defects;

  SampleCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    if (households < 1 || households > SampleGenerator.MAX_HOUSEHOLDS) {
      throw new UsageException(
          terminal.text("usage.households", SampleGenerator.MAX_HOUSEHOLDS, households));
    }
    if (defects
        && (households < DefectOverlay.MIN_HOUSEHOLDS
            || households > DefectOverlay.MAX_HOUSEHOLDS)) {
      throw new UsageException(
          terminal.text(
              "usage.defects",
              DefectOverlay.MIN_HOUSEHOLDS,
              DefectOverlay.MAX_HOUSEHOLDS,
              households));
    }
    new SampleGenerator(seed, households).write(out);
    terminal.progress("sample.done", households, out);
    if (defects) {
      int plants = DefectOverlay.plant(out, seed);
      terminal.progress("sample.planted", plants, DefectOverlay.listOf(out));
    }
    return ExitCodes.DONE;
  }
}
