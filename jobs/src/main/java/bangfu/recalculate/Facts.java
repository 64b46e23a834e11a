package bangfu.recalculate;

import bangfu.intake.Column;
import bangfu.intake.ColumnType;
import bangfu.intake.Table;
import bangfu.register.Register;
import bangfu.register.RowChange;
import bangfu.register.StoredRow;
import bangfu.table.Yuan;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Words what became of rows. Safe for several threads. */
final class Facts {
  private static final String NONE = "—";
  private static final String NAME = "姓名";

  private final Register register;
  private final Map<Integer, LocalDate> asOfDays;
  private final Map<String, String> fileNames = new ConcurrentHashMap<>();

  Facts(Register register) {
    this.register = register;
    this.asOfDays = register.asOfDays(register.newestDelivery());
  }

  Fact of(RowChange change) {
    Fact.Kind kind = kind(change);
    return new Fact(
        change.table().name(),
        change.table().title(),
        kind,
        kind == Fact.Kind.CHANGED ? changed(change) : values(change),
        place(change.before()),
        place(change.after()));
  }

  private static Fact.Kind kind(RowChange change) {
    if (change.after() == null) {
      return Fact.Kind.WITHDRAWN;
    }
    if (change.after().endedOn() != null) {
      return Fact.Kind.ENDED;
    }
    if (change.before() == null) {
      return Fact.Kind.APPEARED;
    }
    boolean same = change.before().row().content().equals(change.after().row().content());
    return same ? Fact.Kind.CORRECTED : Fact.Kind.CHANGED;
  }

  private static String changed(RowChange change) {
    return columns(
        change.table(),
        column -> !value(change.before(), column).equals(value(change.after(), column)),
        column -> value(change.before(), column) + "→" + value(change.after(), column));
  }

  /** The key's columns and names say whose row it is, not what it says. */
  private static String values(RowChange change) {
    StoredRow row = change.after() != null ? change.after() : change.before();
    List<String> key = change.table().key();
    String says =
        columns(
            change.table(),
            column ->
                !value(row, column).equals(NONE)
                    && column.type() != ColumnType.ID
                    && !column.name().equals(NAME)
                    && (!key.contains(column.name()) || column.type() != ColumnType.HH),
            column -> value(row, column));
    return row.endedOn() == null ? says : says + " → " + row.endedOn();
  }

  private static String columns(
      Table table, Predicate<Column> chosen, java.util.function.Function<Column, String> said) {
    return table.columns().stream()
        .filter(chosen)
        .map(column -> column.name() + ' ' + said.apply(column))
        .collect(Collectors.joining("，"));
  }

  private static String value(StoredRow row, Column column) {
    String value = row.value(column.name());
    if (value == null) {
      return NONE;
    }
    return column.type() == ColumnType.MONEY ? Yuan.format(Long.parseLong(value)) : value;
  }

  private Fact.Place place(StoredRow row) {
    if (row == null) {
      return null;
    }
    int delivery = row.delivery();
    String file =
        fileNames.computeIfAbsent(
            delivery + row.row().table().name(),
            key -> register.fileName(row.row().table(), delivery));
    return new Fact.Place(delivery, asOfDays.get(delivery), file, row.row().line());
  }
}
