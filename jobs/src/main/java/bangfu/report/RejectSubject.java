package bangfu.report;

import bangfu.engine.fact.IdentityNumber;
import bangfu.intake.Column;
import bangfu.intake.DeliveredLines;
import bangfu.intake.Table;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * What a rejected row still says about where it belongs; each may be null.
 *
 * @param household a household number
 * @param person an identity number
 * @param place a town code, or a village code, which begins with one
 */
record RejectSubject(String household, String person, String place) {
  private static final List<String> PLACES = List.of("镇街代码", "村居代码", "对象");

  /** The row's cells, as far as they fit their columns. */
  static RejectSubject of(Table table, DeliveredLines.Line line) {
    if (!line.split()) {
      return new RejectSubject(null, null, null);
    }
    String person =
        Stream.of("身份证号", "对象")
            .map(column -> value(table, line, column))
            .filter(id -> id != null && IdentityNumber.hasShape(id))
            .findFirst()
            .orElse(null);
    String place =
        PLACES.stream()
            .map(column -> value(table, line, column))
            .filter(Objects::nonNull)
            .findFirst()
            .orElse(null);
    return new RejectSubject(value(table, line, "户编号"), person, place);
  }

  private static String value(Table table, DeliveredLines.Line line, String name) {
    for (int i = 0; i < table.columns().size(); i++) {
      Column column = table.columns().get(i);
      if (column.name().equals(name)) {
        return column.isBlank(line.cells().get(i)) ? null : column.convert(line.cells().get(i));
      }
    }
    return null;
  }
}
