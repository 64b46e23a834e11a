package bangfu.cli;

import bangfu.batch.ImportJob;
import bangfu.database.Database;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The nightly import. */
@Command(name = "import")
final class ImportCommand extends CommonOptions implements Callable<Integer> {
  private static final ZoneId DISTRICT = ZoneId.of("Asia/Shanghai");

  private final Terminal terminal;

  @Mixin private DatabaseOption database;

  @Option(
      names = "--extracts",
      paramLabel = "DIR",
      required = true,
      descriptionKey = "import.extracts")
  private Path extracts;

  @Option(names = "--as-of", paramLabel = "DATE", descriptionKey = "import.as-of")
  private String asOf;

  @Option(names = "--out", paramLabel = "DIR", defaultValue = "out", descriptionKey = "import.out")
  private Path out;

  ImportCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    Checks.folder(extracts, terminal);
    LocalDate day = day();
    try (Database opened = database.open(terminal)) {
      ImportJob.ImportResult result =
          new ImportJob(opened, new ProgressLines(terminal), Clock.systemUTC())
              .run(extracts, day, out);
      DeliveryLines.report(result.delivery(), terminal);
      if (result.defects()) {
        terminal.say(terminal.text("import.defects", result.folder()));
      }
      return result.defects() ? ExitCodes.DONE_WITH_DEFECTS : ExitCodes.DONE;
    }
  }

  private LocalDate day() {
    try {
      return asOf == null ? LocalDate.now(DISTRICT) : LocalDate.parse(asOf);
    } catch (DateTimeException e) {
      throw new UsageException(terminal.text("usage.date", asOf));
    }
  }
}
