package bangfu.payment.profile;

import bangfu.intake.Fault;
import bangfu.intake.ReasonCode;
import java.util.ArrayList;
import java.util.List;

/** What the rows that sum up say of an answer, held against its payments. */
final class StatedSums {
  private final AmountUnit unit;
  private final List<Stated> numbers = new ArrayList<>();
  private final List<Fault> faults = new ArrayList<>();
  private String batch = "";

  /** A count or a sum in fen, and where it is stated. */
  private record Stated(int line, Cell<SummaryField> cell, String text, long number) {
    boolean is(SummaryField field) {
      return cell.field() == field;
    }
  }

  StatedSums(AmountUnit unit) {
    this.unit = unit;
  }

  void fault(Fault fault) {
    faults.add(fault);
  }

  void read(int line, List<Cell<SummaryField>> cells, List<String> values) {
    for (int i = 0; i < cells.size(); i++) {
      read(line, cells.get(i), values.get(i));
    }
  }

  private void read(int line, Cell<SummaryField> cell, String value) {
    if (cell.field() == null) {
      if (!CellValues.normalized(value).equals(CellValues.normalized(cell.text()))) {
        wrong(line, cell, value, ReasonCode.CODE, "应为“" + cell.text() + "”");
      }
      return;
    }
    switch (cell.field()) {
      case COUNT -> number(line, cell, value, count(value), ReasonCode.INT);
      case SUM -> number(line, cell, value, CellValues.fen(value, unit), ReasonCode.MONEY);
      case BATCH -> name(line, cell, value);
      case MONTH -> month(line, cell, value);
    }
  }

  private static Long count(String value) {
    String digits = CellValues.wholeNumber(value);
    return digits == null ? null : Long.valueOf(digits);
  }

  private void number(
      int line, Cell<SummaryField> cell, String value, Long number, ReasonCode code) {
    if (number == null) {
      wrong(line, cell, value, code, "应为" + (code == ReasonCode.INT ? "笔数" : "合计金额"));
    } else {
      numbers.add(new Stated(line, cell, value, number));
    }
  }

  private void name(int line, Cell<SummaryField> cell, String value) {
    String name = CellValues.normalized(value);
    boolean other = !batch.isEmpty() && !batch.equals(name);
    if (name.isEmpty() || other || CellValues.hasControls(name)) {
      wrong(line, cell, value, ReasonCode.TEXT, "应为同一个批次的名称");
    } else {
      batch = name;
    }
  }

  private void month(int line, Cell<SummaryField> cell, String value) {
    if (!CellValues.normalized(value).matches("[0-9]{4}(0[1-9]|1[0-2])")) {
      wrong(line, cell, value, ReasonCode.MONTH, "应为六位年月，如 201703");
    }
  }

  /**
   * Compares what is stated with what was read.
   *
   * @param allAccepted whether every amount is known; otherwise no sum can be compared
   */
  void compare(long rows, boolean allAccepted, long fen) {
    for (Stated stated : numbers) {
      if (stated.is(SummaryField.COUNT) && stated.number != rows) {
        wrong(stated, ReasonCode.INT, "汇总行的笔数与明细不符，明细共 " + rows + " 行");
      }
      if (stated.is(SummaryField.SUM) && allAccepted && stated.number != fen) {
        wrong(stated, ReasonCode.MONEY, "汇总行的合计与明细不符，明细共 " + AmountUnit.YUAN.format(fen) + " 元");
      }
    }
  }

  private void wrong(Stated stated, ReasonCode code, String message) {
    wrong(stated.line, stated.cell, stated.text, code, message);
  }

  private void wrong(int line, Cell<?> cell, String value, ReasonCode code, String message) {
    faults.add(new Fault(line, cell.label(), value, code, message));
  }

  /** The payment file that the answer names; empty when it names none. */
  String batch() {
    return batch;
  }

  List<Fault> faults() {
    return faults;
  }

  /** The sum of two numbers of at least 0; what is too large stays the largest. */
  static long plus(long one, long other) {
    long sum = one + other;
    return sum < 0 ? Long.MAX_VALUE : sum;
  }
}
