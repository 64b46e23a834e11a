package bangfu.payment.profile;

import bangfu.intake.ColumnType;
import bangfu.intake.Fault;
import bangfu.intake.ReasonCode;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Turns the cells of an answer's line into what the bank says. */
final class AnswerCells {
  private final AnswerLayout answer;
  private final AmountUnit unit;

  AnswerCells(AnswerLayout answer) {
    this.answer = answer;
    this.unit = answer.layout().unit();
  }

  /** The row; it counts only when no fault was added. */
  AnswerRow row(PhysicalLine line, List<String> values, List<Fault> faults) {
    Map<AnswerField, String> texts = new EnumMap<>(AnswerField.class);
    List<Cell<AnswerField>> columns = answer.layout().columns();
    for (int i = 0; i < columns.size(); i++) {
      Cell<AnswerField> cell = columns.get(i);
      Fault fault = fault(line.number(), cell, values.get(i));
      if (fault != null) {
        faults.add(fault);
      } else if (cell.field() != null) {
        texts.put(cell.field(), values.get(i));
      }
    }
    return faults.isEmpty() ? row(line, texts) : null;
  }

  private AnswerRow row(PhysicalLine line, Map<AnswerField, String> texts) {
    String date = texts.getOrDefault(AnswerField.DATE, "");
    return new AnswerRow(
        line.number(),
        reference(texts.get(AnswerField.REFERENCE)),
        CellValues.account(texts.get(AnswerField.ACCOUNT)),
        CellValues.fen(texts.get(AnswerField.AMOUNT), unit),
        answer.statuses().get(CellValues.normalized(texts.get(AnswerField.STATUS))),
        texts.getOrDefault(AnswerField.CODE, ""),
        isBlank(date) ? null : LocalDate.parse(ColumnType.DATE.convert(date)),
        texts.getOrDefault(AnswerField.MESSAGE, ""),
        line.bytes());
  }

  /** What is wrong with one cell; null when nothing is. */
  private Fault fault(int line, Cell<AnswerField> cell, String value) {
    AnswerField field = cell.field();
    if (field == null) {
      return CellValues.normalized(value).equals(CellValues.normalized(cell.text()))
          ? null
          : fault(line, cell, value, ReasonCode.CODE, "“" + cell.text() + "”");
    }
    return isRequired(field) && isBlank(value)
        ? fault(line, cell, value, ReasonCode.REQUIRED, "非空")
        : faultOfType(line, cell, value);
  }

  private Fault faultOfType(int line, Cell<AnswerField> cell, String value) {
    return switch (cell.field()) {
      case REFERENCE -> reference(value) == null ? wrongReference(line, cell, value) : null;
      case ACCOUNT ->
          CellValues.account(value) == null
              ? fault(line, cell, value, ReasonCode.TEXT, "账号（只有数字，可有空格和连字符）")
              : null;
      case AMOUNT -> wrongAmount(line, cell, value);
      case STATUS ->
          answer.statuses().containsKey(CellValues.normalized(value))
              ? null
              : fault(line, cell, value, ReasonCode.CODE, "profile 列出的状态之一");
      case DATE ->
          isBlank(value) || ColumnType.DATE.convert(value) != null
              ? null
              : fault(line, cell, value, ReasonCode.DATE, ColumnType.DATE.expectation());
      case CODE, MESSAGE ->
          CellValues.hasControls(value)
              ? fault(line, cell, value, ReasonCode.TEXT, "不含控制字符的文字")
              : null;
      case IGNORED -> null;
    };
  }

  private String reference(String value) {
    return answer.reference() == PaymentField.ROW_NO
        ? CellValues.wholeNumber(value)
        : CellValues.detailNo(value);
  }

  private Fault wrongReference(int line, Cell<AnswerField> cell, String value) {
    return answer.reference() == PaymentField.ROW_NO
        ? fault(line, cell, value, ReasonCode.INT, "序号（" + ColumnType.INT.expectation() + "）")
        : fault(line, cell, value, ReasonCode.TEXT, "明细流水号（1 至 20 位大写字母和数字）");
  }

  private Fault wrongAmount(int line, Cell<AnswerField> cell, String value) {
    Long fen = CellValues.fen(value, unit);
    if (fen == null) {
      String expected =
          unit == AmountUnit.YUAN ? ColumnType.MONEY.expectation() : "以分计的金额（只有数字，至多 14 位）";
      return fault(line, cell, value, ReasonCode.MONEY, expected);
    }
    return fen > 0 ? null : fault(line, cell, value, ReasonCode.MONEY, "大于 0 的金额");
  }

  private static boolean isRequired(AnswerField field) {
    return switch (field) {
      case REFERENCE, ACCOUNT, AMOUNT, STATUS -> true;
      case CODE, DATE, MESSAGE, IGNORED -> false;
    };
  }

  private static boolean isBlank(String value) {
    return CellValues.normalized(value).isEmpty();
  }

  private static Fault fault(
      int line, Cell<?> cell, String value, ReasonCode code, String expected) {
    return new Fault(line, cell.label(), value, code, "应为" + expected + "；整行退回");
  }
}
