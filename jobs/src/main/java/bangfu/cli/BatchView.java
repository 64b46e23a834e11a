package bangfu.cli;

import bangfu.database.Database;
import bangfu.engine.claim.PayerLevel;
import bangfu.payment.BatchContent;
import bangfu.payment.PaymentBatch;
import bangfu.table.Yuan;
import java.util.ArrayList;
import java.util.List;

/** What a batch holds, on the screen. */
final class BatchView {
  private final Database database;
  private final Terminal terminal;

  BatchView(Database database, Terminal terminal) {
    this.database = database;
    this.terminal = terminal;
  }

  void show(PaymentBatch batch) {
    terminal
        .out()
        .println(
            terminal.text(
                "batch.head",
                batch.number(),
                batch.month().toString(),
                terminal.text("batch." + batch.state()),
                batch.preparer().name().isEmpty() ? "-" : batch.preparer().name()));
    List<BatchContent> content = BatchContent.of(batch, database.dataSource());
    List<String[]> cells = new ArrayList<>();
    cells.add(terminal.text("batch.columns").split("\\|"));
    content.forEach(part -> cells.add(cells(part)));
    new ScreenTable(cells).print(line -> terminal.out().println(line));
    long fen = content.stream().mapToLong(BatchContent::amountFen).reduce(0, Math::addExact);
    long setOffFen = content.stream().mapToLong(BatchContent::setOffFen).sum();
    if (setOffFen == 0) {
      terminal.out().println(terminal.text("batch.total", Yuan.format(fen)));
    } else {
      terminal
          .out()
          .println(
              terminal.text(
                  "batch.total.set-off",
                  Yuan.format(fen - setOffFen),
                  Yuan.format(fen),
                  Yuan.format(setOffFen),
                  batch.month().toString()));
    }
  }

  private String[] cells(BatchContent part) {
    return new String[] {
      part.fund(),
      PayerLevel.valueOf(part.level()).label(),
      part.town(),
      Long.toString(part.rows()),
      Yuan.format(part.paidFen()),
      file(part)
    };
  }

  private String file(BatchContent part) {
    if (part.file().isEmpty()) {
      return terminal.text(part.isSetOff() ? "batch.set-off" : "batch.settlement");
    }
    return part.file();
  }
}
