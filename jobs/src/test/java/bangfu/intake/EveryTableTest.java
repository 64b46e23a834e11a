package bangfu.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for all thirty tables alike, since none is read by code of its own. */
class EveryTableTest {
  @TempDir Path folder;

  static List<Table> tables() {
    return Tables.standard().all();
  }

  /** A cell that fits, as a department may write it. */
  private static String cell(Column column) {
    return switch (column.type()) {
      case ID -> "44049919500101001x";
      case HH -> "Ｈ0001";
      case DATE -> "2017/3/1";
      case MONTH -> "2017-03";
      case YEAR -> "2017";
      case MONEY -> "\"1,234.5\"";
      case INT -> "3";
      case BOOL -> " 是";
      case TEXT -> "文字";
      case CODE -> column.in().get(0) + " ";
    };
  }

  private static String canonical(Column column) {
    return switch (column.type()) {
      case ID -> "44049919500101001X";
      case HH -> "H0001";
      case DATE -> "2017-03-01";
      case MONEY -> "123450";
      case BOOL -> "是";
      case CODE -> column.in().get(0);
      default -> cell(column);
    };
  }

  private Taken read(Table table, List<Column> columns) throws IOException {
    String header = String.join(",", columns.stream().map(Column::name).toList());
    String row = String.join(",", columns.stream().map(EveryTableTest::cell).toList());
    Path file = folder.resolve(table.name() + ".csv");
    return Taken.from(
        Files.write(file, (header + "\n" + row + "\n").getBytes(UTF_8)), table.name());
  }

  @ParameterizedTest
  @MethodSource("tables")
  void aFullRowIsAcceptedWithItsColumnsInAnyOrder(Table table) throws IOException {
    List<Column> shuffled = new ArrayList<>(table.columns());
    Collections.shuffle(shuffled, new Random(table.number()));

    Row row = read(table, shuffled).accepted.get(2);

    for (Column column : table.columns()) {
      assertThat(row.value(column.name())).as(column.name()).isEqualTo(canonical(column));
    }
    assertThat(Row.parse(table, 2, row.content()).content()).isEqualTo(row.content());
  }

  @ParameterizedTest
  @MethodSource("tables")
  void aRowOfTheRequiredColumnsIsAccepted(Table table) throws IOException {
    List<Column> required = table.columns().stream().filter(Column::required).toList();

    Row row = read(table, required).accepted.get(2);

    for (Column column : table.columns()) {
      String expected = column.required() ? canonical(column) : null;
      assertThat(row.value(column.name())).as(column.name()).isEqualTo(expected);
    }
  }

  @ParameterizedTest
  @MethodSource("tables")
  void aMissingRequiredColumnRefusesTheFile(Table table) throws IOException {
    for (Column missing : table.columns().stream().filter(Column::required).toList()) {
      List<Column> others = new ArrayList<>(table.columns());
      others.remove(missing);

      assertThat(read(table, others).report().refusal()).contains("缺少「" + missing.name() + "」");
    }
  }
}
