package bangfu.cli;

import bangfu.recalculate.Difference;
import bangfu.table.CsvFile;
import bangfu.table.Yuan;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The differences as CSV for the officer, in Chinese and with whole identity numbers. It is written
 * aside and takes its place when it is complete.
 */
final class DifferenceFile implements AutoCloseable {
  private final Path path;
  private final CsvFile csv;
  private final FactText facts = new FactText(Terminal.messages(Locale.CHINESE), Locale.CHINESE);

  DifferenceFile(Path path) {
    this.path = path.toAbsolutePath();
    csv =
        CsvFile.utf8Bom(
            aside(), "户编号", "对象", "姓名", "条款", "项目", "归属期间", "已入账金额", "应有金额", "差额", "更正原因", "变化事实");
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

  private Path aside() {
    return path.resolveSibling(path.getFileName() + ".part");
  }

  /** All differences are in. */
  void keep() {
    csv.close();
    try {
      Files.move(aside(), path, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    csv.close();
    aside().toFile().delete();
  }
}
