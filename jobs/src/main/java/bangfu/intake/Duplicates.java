package bangfu.intake;

import java.util.BitSet;

/**
 * Check Q08 within one file: of rows with one key and equal content the first stands; of rows with
 * one key and different content none does, for no order of rows may decide. Only rows that are
 * right in themselves are shown to it, so others neither claim nor contradict a key.
 */
final class Duplicates {
  private final KeyIndex index = new KeyIndex();
  private final BitSet repeated = new BitSet();
  private final BitSet contradicted = new BitSet();

  /** True when no row before had the key of this one. */
  boolean isFirst(Row row) {
    int first = index.firstLine(row);
    if (first == row.line()) {
      return true;
    }
    repeated.set(row.line());
    if (!index.sameContent()) {
      contradicted.set(first);
    }
    return false;
  }

  boolean isEmpty() {
    return repeated.isEmpty();
  }

  /** True for the lines to reject, once all rows were shown. */
  boolean concern(int line) {
    return repeated.get(line) || contradicted.get(line);
  }

  /** True for a line that was the first with its key but does not stand. */
  boolean wasAccepted(int line) {
    return contradicted.get(line);
  }

  /** Why a row of a concerned line is rejected. */
  Fault fault(Row row) {
    int first = index.firstLine(row);
    String message =
        contradicted.get(first)
            ? "应每个主键一行，本文件有同一主键而内容不同的行（首见于第 %d 行）；同键各行全部退回，请核实后只报一行".formatted(first)
            : "应每个主键一行，本行与第 %d 行内容相同；保留第 %d 行，本行退回".formatted(first, first);
    return new Fault(
        row.line(),
        String.join("、", row.table().key()),
        row.key().replace(Row.SEPARATOR, '、'),
        ReasonCode.DUPLICATE_KEY,
        message);
  }
}
