package bangfu.payment.profile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** An answer as it was read: its report and what the sink was given. */
final class Answered implements AnswerSink {
  final List<AnswerRow> rows = new ArrayList<>();
  final List<RefusedLine> refused = new ArrayList<>();
  AnswerReport report;

  static Answered read(BankProfile profile, byte[] bytes, Path folder) {
    Path file = folder.resolve("answer");
    Answered answered = new Answered();
    try {
      Files.write(file, bytes);
      answered.report = new AnswerReader(profile.answer()).read(file, answered);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return answered;
  }

  @Override
  public void accepted(AnswerRow row) {
    rows.add(row);
  }

  @Override
  public void refused(RefusedLine line) {
    refused.add(line);
  }

  /** Each refused line's faults: {@code 3: 金额 MONEY}. */
  List<String> refusals() {
    return refused.stream()
        .map(
            line ->
                line.faults().stream()
                    .map(fault -> fault.column() + ' ' + fault.code())
                    .collect(Collectors.joining(", ", line.line() + ": ", "")))
        .toList();
  }

  /** What is wrong with the file: {@code 1: sum MONEY}. */
  List<String> faults() {
    return report.faults().stream()
        .map(fault -> fault.line() + ": " + fault.column() + ' ' + fault.code())
        .toList();
  }

  /** What must hold for every file that was read. */
  boolean everyLineCounts() {
    return report.refused()
        || (report.physicalLines()
                == report.layoutLines()
                    + report.blankLines()
                    + report.acceptedRows()
                    + report.refusedRows()
            && report.acceptedRows() == rows.size()
            && report.refusedRows() == refused.size());
  }
}
