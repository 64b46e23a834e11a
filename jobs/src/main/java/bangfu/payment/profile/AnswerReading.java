package bangfu.payment.profile;

import bangfu.intake.ColumnType;
import bangfu.intake.Fault;
import bangfu.intake.Fingerprint;
import bangfu.intake.LineBytes;
import bangfu.intake.ReasonCode;
import bangfu.intake.RefusedFileException;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** The reading of one answer, line by line. */
final class AnswerReading {
  /** A line of any bank is well below; a longer one is no text. */
  private static final int MOST_LINE_BYTES = 1 << 16;

  private final Layout<AnswerField> layout;
  private final Coding coding;
  private final boolean lastLineEnds;
  private final AnswerSink sink;
  private final AnswerCells cells;
  private final StatedSums stated;
  private final int headLines;

  /** The last lines so far, as many as the layout has behind the payments. */
  private final Deque<PhysicalLine> tail = new ArrayDeque<>();

  private int number;
  private long layoutLines;
  private long blankLines;
  private long acceptedRows;
  private long refusedRows;
  private long acceptedFen;

  AnswerReading(AnswerLayout answer, AnswerSink sink) {
    this.layout = answer.layout();
    this.coding = new Coding(layout.encoding());
    this.lastLineEnds = answer.lastLineEnds();
    this.sink = sink;
    this.cells = new AnswerCells(answer);
    this.stated = new StatedSums(layout.unit());
    this.headLines = layout.header().size() + (layout.names() ? 1 : 0);
  }

  AnswerReport run(LineBytes lines, Fingerprint bytes) throws IOException {
    while (lines.next()) {
      number = Math.incrementExact(number);
      take(new PhysicalLine(number, lines.copy(), lines.isEnded()));
    }
    if (layoutLines < headLines || tail.size() < layout.trailer().size()) {
      throw new RefusedFileException(
          "应有 %d 行表头和 %d 行表尾，文件没有这么多行；整个文件退回".formatted(headLines, layout.trailer().size()));
    }
    for (List<Cell<SummaryField>> expected : layout.trailer()) {
      summary(tail.removeFirst(), expected);
    }
    return report(bytes);
  }

  private void take(PhysicalLine line) throws RefusedFileException {
    if (isBlank(line)) {
      blankLines++;
    } else if (layoutLines < layout.header().size()) {
      summary(line, layout.header().get((int) layoutLines));
    } else if (layoutLines < headLines) {
      names(line);
    } else {
      tail.addLast(line);
      if (tail.size() > layout.trailer().size()) {
        payment(tail.removeFirst());
      }
    }
  }

  private boolean isBlank(PhysicalLine line) {
    if (line.bytes().length > MOST_LINE_BYTES) {
      return false;
    }
    String text = coding.decode(line.bytes(), 0, line.bytes().length);
    return text != null && ColumnType.CODE.convert(text) == null;
  }

  private void names(PhysicalLine line) throws RefusedFileException {
    layoutLines++;
    Split split = split(line, layout.columns());
    List<String> expected = layout.columns().stream().map(Cell::name).toList();
    if (split.failed()
        || !expected.equals(split.values().stream().map(CellValues::normalized).toList())) {
      throw new RefusedFileException(
          "第 " + line.number() + " 行应为列名 " + String.join("、", expected) + "，实际不是；整个文件退回");
    }
  }

  private void summary(PhysicalLine line, List<Cell<SummaryField>> expected) {
    layoutLines++;
    Split split = split(line, expected);
    if (split.failed()) {
      stated.fault(fault(line, split));
    } else {
      stated.read(line.number(), expected, split.values());
    }
  }

  private void payment(PhysicalLine line) {
    List<Fault> faults = new ArrayList<>();
    Split split = split(line, layout.columns());
    AnswerRow row = null;
    if (split.failed()) {
      faults.add(fault(line, split));
    } else {
      row = cells.row(line, split.values(), faults);
    }
    if (faults.isEmpty()) {
      acceptedRows++;
      acceptedFen = StatedSums.plus(acceptedFen, row.amountFen());
      sink.accepted(row);
    } else {
      refusedRows++;
      sink.refused(new RefusedLine(line.number(), line.bytes(), faults));
    }
  }

  private Split split(PhysicalLine line, List<? extends Cell<?>> columns) {
    if (line.bytes().length > MOST_LINE_BYTES) {
      return Split.failed(ReasonCode.CSV, "", "应为一行一条记录，实际超过 64 KB；整行退回");
    }
    if (lastLineEnds && !line.ended()) {
      return Split.failed(
          ReasonCode.FIELDS,
          "",
          "最后一行没有换行，文件可能被截断；整行退回（银行的文件本来如此时，在 profile 的 answer 写 last-line-end: optional）");
    }
    return layout.form().split(line.bytes(), columns, coding);
  }

  private Fault fault(PhysicalLine line, Split split) {
    int shown = Math.min(line.bytes().length, MOST_LINE_BYTES);
    String value = new String(line.bytes(), 0, shown, layout.encoding().charset());
    return new Fault(line.number(), split.column(), value, split.code(), split.message());
  }

  private AnswerReport report(Fingerprint bytes) {
    stated.compare(acceptedRows + refusedRows, refusedRows == 0, acceptedFen);
    return new AnswerReport(
        bytes,
        null,
        stated.batch(),
        number,
        layoutLines,
        blankLines,
        acceptedRows,
        refusedRows,
        acceptedFen,
        stated.faults());
  }
}
