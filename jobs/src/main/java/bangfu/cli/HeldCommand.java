package bangfu.cli;

import bangfu.batch.HoldDesk;
import bangfu.database.Database;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists the money that waits, oldest first. */
@Command(subcommands = HeldReleaseCommand.class)
final class HeldCommand extends CommonOptions implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin private DatabaseOption database;

  @Option(names = "--csv", paramLabel = "FILE", descriptionKey = "held.csv")
  private Path csv;

  @Option(names = "--json", descriptionKey = "held.json")
  private boolean json;

  @Option(names = "--unmasked", descriptionKey = "held.unmasked")
  private boolean unmasked;

  HeldCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    try (Database opened = database.openExisting(terminal)) {
      HeldTable table = new HeldTable(new HoldDesk(opened, Clock.systemUTC()).rows(), unmasked);
      if (csv != null) {
        table.write(csv);
      }
      if (json) {
        terminal.out().println(table.json(terminal.language()));
      } else {
        table.print(terminal);
      }
      return ExitCodes.DONE;
    }
  }
}
