package bangfu.cli;

import bangfu.batch.RecoveryDesk;
import bangfu.database.Database;
import bangfu.ledger.LineNumber;
import bangfu.payment.Recovery;
import bangfu.table.Yuan;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lists what is still to come back. */
@Command(name = "list")
final class RecoveryListCommand extends CommonOptions implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin private DatabaseOption database;

  RecoveryListCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    try (Database opened = database.openExisting(terminal)) {
      RecoveryDesk desk = new RecoveryDesk(opened, Clock.systemUTC());
      List<Recovery> open = desk.open();
      List<String[]> cells = new ArrayList<>();
      cells.add(terminal.text("recovery.columns").split("\\|"));
      open.forEach(recovery -> cells.add(cells(recovery)));
      new ScreenTable(cells).print(line -> terminal.out().println(line));
      for (Recovery recovery : open) {
        RecoverySetOff.line(recovery, desk, terminal).ifPresent(terminal.out()::println);
      }
      long fen = open.stream().mapToLong(Recovery::openFen).reduce(0, Math::addExact);
      terminal.out().println(terminal.text("recovery.total", open.size(), Yuan.format(fen)));
      return ExitCodes.DONE;
    }
  }

  private String[] cells(Recovery recovery) {
    return new String[] {
      LineNumber.text(recovery.lineNo()),
      LineNumber.text(recovery.originalLineNo()),
      recovery.household(),
      recovery.clause(),
      Yuan.format(recovery.amountFen()),
      Yuan.format(recovery.openFen()),
      terminal.text("recovery." + recovery.state())
    };
  }
}
