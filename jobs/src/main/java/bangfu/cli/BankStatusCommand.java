package bangfu.cli;

import bangfu.database.Database;
import bangfu.payment.answer.Answered;
import bangfu.payment.answer.Answered.BankFile;
import bangfu.payment.answer.Answered.Sum;
import bangfu.table.Yuan;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows what the bank has answered of each file that was sent. */
@Command(name = "status")
final class BankStatusCommand extends CommonOptions implements Callable<Integer> {
  private static final String CSV =
      "银行文件,过账月份,发出笔数,发出金额,成功笔数,成功金额,退回笔数,退回金额,处理中笔数,处理中金额,未回盘笔数,未回盘金额,待再发笔数,待再发金额";

  private final Terminal terminal;

  @Mixin private DatabaseOption database;

  @Option(
      names = "--month",
      paramLabel = "YYYY-MM",
      converter = MonthConverter.class,
      descriptionKey = "bank.month")
  private YearMonth month;

  @Option(names = "--csv", descriptionKey = "bank.csv")
  private boolean csv;

  BankStatusCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    try (Database opened = database.open(terminal)) {
      List<BankFile> files = new Answered(opened.dataSource()).ofMonth(month);
      if (csv) {
        terminal.out().println(CSV);
        files.forEach(file -> terminal.out().println(csv(file)));
      } else if (files.isEmpty()) {
        terminal.say(terminal.text("bank.none-sent"));
      } else {
        table(files);
      }
      return ExitCodes.DONE;
    }
  }

  private static Stream<Sum> sums(BankFile file) {
    return Stream.of(
        file.sent(),
        file.paid(),
        file.returned(),
        file.pending(),
        file.unanswered(),
        file.toReissue());
  }

  private static String csv(BankFile file) {
    List<String> cells = new ArrayList<>(List.of(file.name(), file.month().toString()));
    sums(file)
        .forEach(sum -> cells.addAll(List.of(Long.toString(sum.rows()), Yuan.format(sum.fen()))));
    return String.join(",", cells);
  }

  private void table(List<BankFile> files) {
    List<String[]> cells = new ArrayList<>();
    cells.add(terminal.text("bank.columns").split("\\|"));
    files.forEach(file -> cells.add(cells(file)));
    new ScreenTable(cells).print(line -> terminal.out().println(line));
  }

  private static String[] cells(BankFile file) {
    return Stream.concat(
            Stream.of(file.name()),
            sums(file).map(sum -> sum.rows() + " / " + Yuan.format(sum.fen())))
        .toArray(String[]::new);
  }
}
