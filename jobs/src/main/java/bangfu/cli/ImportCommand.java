package bangfu.cli;

import bangfu.batch.ImportJob;
import bangfu.database.Database;
import bangfu.intake.Sha256;
import bangfu.intake.Table;
import bangfu.intake.Tables;
import bangfu.register.Instructions;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The nightly import. */
@Command
final class ImportCommand extends CommonOptions implements Callable<Integer> {
  private static final ZoneId DISTRICT = ZoneId.of("Asia/Shanghai");

  private final Terminal terminal;

  @Mixin private DatabaseOption database;

  @Option(names = "--extracts", paramLabel = "DIR", descriptionKey = "import.extracts")
  private Path extracts;

  @Option(names = "--as-of", paramLabel = "DATE", descriptionKey = "import.as-of")
  private String asOf;

  @Option(names = "--out", paramLabel = "DIR", defaultValue = "out", descriptionKey = "import.out")
  private Path out;

  @Option(
      names = "--confirm-vanished",
      paramLabel = "TABLE[:KEY]",
      descriptionKey = "import.confirm-vanished")
  private List<String> vanished = List.of();

  @Option(names = "--correct", paramLabel = "TABLE", descriptionKey = "import.correct")
  private List<String> corrected = List.of();

  @Option(names = "--supplement", descriptionKey = "import.supplement")
  private boolean supplement;

  @Option(names = "--accept-shrink", descriptionKey = "import.accept-shrink")
  private boolean acceptShrink;

  @Option(names = "--reason", paramLabel = "TEXT", descriptionKey = "import.reason")
  private String reason = "";

  ImportCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    Checks.folder(extracts, terminal);
    LocalDate day = day();
    Instructions instructions = instructions();
    Sha256.expect(extracts);
    try (Database opened = database.open(terminal)) {
      ImportJob.ImportResult result =
          new ImportJob(opened, new ProgressLines(terminal), Clock.systemUTC())
              .run(extracts, day, instructions, out);
      DeliveryLines.report(result.delivery(), terminal);
      if (result.defects()) {
        terminal.say(terminal.text("import.defects", result.folder()));
      }
      return result.defects() ? ExitCodes.DONE_WITH_DEFECTS : ExitCodes.DONE;
    }
  }

  private Instructions instructions() {
    if (extracts == null && (vanished.isEmpty() || supplement || !corrected.isEmpty())) {
      throw new UsageException(terminal.text("usage.no-extracts"));
    }
    if (supplement && !corrected.isEmpty()) {
      throw new UsageException(terminal.text("usage.supplement-corrects"));
    }
    if (!vanished.isEmpty() && reason.isBlank()) {
      throw new UsageException(terminal.text("usage.reason"));
    }
    return new Instructions(
        corrected.stream().map(name -> table(name).name()).collect(Collectors.toSet()),
        vanished.stream().map(this::confirmation).toList(),
        acceptShrink,
        supplement,
        reason.strip(),
        System.getProperty("user.name", ""));
  }

  private Instructions.Confirmation confirmation(String text) {
    int colon = text.indexOf(':');
    return colon < 0
        ? new Instructions.Confirmation(table(text), null)
        : new Instructions.Confirmation(table(text.substring(0, colon)), text.substring(colon + 1));
  }

  private Table table(String name) {
    List<String> names = Tables.standard().all().stream().map(Table::name).toList();
    if (!names.contains(name)) {
      throw new UsageException(terminal.text("usage.table", name, String.join(", ", names)));
    }
    return Tables.standard().table(name);
  }

  private LocalDate day() {
    try {
      return asOf == null ? LocalDate.now(DISTRICT) : LocalDate.parse(asOf);
    } catch (DateTimeException e) {
      throw new UsageException(terminal.text("usage.date", asOf));
    }
  }
}
