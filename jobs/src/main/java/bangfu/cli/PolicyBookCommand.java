package bangfu.cli;

import bangfu.database.Database;
import bangfu.database.Holder;
import bangfu.report.ClauseFigures;
import bangfu.rules.Policy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes the policy as a page to read and print. */
@Command(name = "book")
final class PolicyBookCommand extends CommonOptions implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin private PolicyOption chosen;

  @Option(names = "--out", required = true, paramLabel = "FILE", descriptionKey = "book.out")
  private Path out;

  @Option(names = "--db", paramLabel = "JDBC-URL", descriptionKey = "book.db")
  private String url;

  PolicyBookCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    if (url == null) {
      return write(new Policy(chosen.pack()), null);
    }
    Database.requireExisting(url);
    try (Database opened = Database.open(url, Holder.self(terminal.command(), Instant.now()))) {
      return write(chosen.policy(opened, null), ClauseFigures.of(opened.dataSource()));
    }
  }

  private int write(Policy policy, ClauseFigures figures) throws IOException {
    PolicyBook book = new PolicyBook(terminal, policy, figures);
    Files.writeString(out, book.page());
    terminal.progress("explain.written", out);
    if (book.failed() > 0) {
      terminal.say(terminal.text("book.cases-failed", book.failed()));
      return ExitCodes.FAILED;
    }
    return ExitCodes.DONE;
  }
}
