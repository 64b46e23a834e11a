package bangfu.cli;

import bangfu.recalculate.Difference;
import bangfu.table.Yuan;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Collectors;

/** The differences as CSV for the officer, in Chinese and with whole identity numbers. */
final class DifferenceFile implements AutoCloseable {
  private final CsvAside csv;
  private final FactText facts = new FactText(Terminal.messages(Locale.CHINESE), Locale.CHINESE);

  DifferenceFile(Path path) {
    csv =
        new CsvAside(
            path, "户编号", "对象", "姓名", "条款", "项目", "归属期间", "已入账金额", "应有金额", "差额", "更正原因", "变化事实");
  }

  void add(Difference difference) {
    csv.row(
        difference.household(),
        difference.subject(),
        difference.subjectName(),
        difference.clause(),
        difference.title(),
        difference.period(),
        Yuan.format(difference.oldFen()),
        Yuan.format(difference.newFen()),
        Yuan.format(difference.changeFen()),
        difference.correction(),
        difference.facts().stream().map(facts::of).collect(Collectors.joining("；")));
  }

  /** All differences are in. */
  void keep() {
    csv.keep();
  }

  @Override
  public void close() {
    csv.close();
  }
}
