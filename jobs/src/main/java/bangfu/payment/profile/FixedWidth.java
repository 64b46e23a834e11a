package bangfu.payment.profile;

import bangfu.intake.ReasonCode;
import java.util.ArrayList;
import java.util.List;

/** Values at fixed places, counted in bytes of the encoding. */
record FixedWidth() implements Form {
  @Override
  public boolean isFixed() {
    return true;
  }

  @Override
  public boolean isAmbiguous(String value) {
    return false;
  }

  @Override
  public String join(List<? extends Cell<?>> cells, List<String> values, Coding coding) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < cells.size(); i++) {
      Cell<?> cell = cells.get(i);
      String value = values.get(i);
      String padding = String.valueOf(cell.pad()).repeat(cell.bytes() - coding.bytes(value));
      line.append(cell.right() ? padding + value : value + padding);
    }
    return line.toString();
  }

  @Override
  public Split split(byte[] line, List<? extends Cell<?>> cells, Coding coding) {
    if (coding.decode(line, 0, line.length) == null) {
      return Split.undecodable(coding.encoding());
    }
    int expected = cells.stream().mapToInt(Cell::bytes).sum();
    if (line.length != expected) {
      return Split.failed(
          ReasonCode.FIELDS, "", "应为每行 " + expected + " 个字节，实际为 " + line.length + " 个；整行退回");
    }
    List<String> values = new ArrayList<>();
    int start = 0;
    for (Cell<?> cell : cells) {
      String value = coding.decode(line, start, cell.bytes());
      if (value == null) {
        return Split.failed(ReasonCode.FIELDS, cell.label(), "字段的边界落在一个汉字中间，字段已错位；整行退回");
      }
      values.add(unpadded(cell, value));
      start += cell.bytes();
    }
    return Split.of(values);
  }

  /** Zeros stay: they belong to a number. */
  private static String unpadded(Cell<?> cell, String value) {
    if (cell.pad() != ' ') {
      return value;
    }
    return cell.right() ? value.stripLeading() : value.stripTrailing();
  }
}
