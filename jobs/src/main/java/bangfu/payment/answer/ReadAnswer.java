package bangfu.payment.answer;

import bangfu.payment.profile.AnswerReader;
import bangfu.payment.profile.AnswerReport;
import bangfu.payment.profile.AnswerRow;
import bangfu.payment.profile.AnswerSink;
import bangfu.payment.profile.BankProfile;
import bangfu.payment.profile.RefusedLine;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * An answer file as it was read, in memory: a bank file has some ten thousand rows at most.
 *
 * @param name of the file, without its folder
 * @param batch the bank file that the answer names; empty when it names none
 * @param rows that could be read, in their order
 * @param rejections lines that could not
 * @param refused true when nothing of the file counts, for the file is none of this profile or does
 *     not agree with the counts and sums it states
 */
public record ReadAnswer(
    String sha256,
    String name,
    BankProfile profile,
    String batch,
    List<AnswerRow> rows,
    List<Rejection> rejections,
    boolean refused) {

  /**
   * Reads a file.
   *
   * @throws IOException when it cannot be read from its disk
   */
  public static ReadAnswer of(Path file, BankProfile profile) throws IOException {
    Collected collected = new Collected();
    AnswerReport report = new AnswerReader(profile.answer()).read(file, collected);
    if (report.refused()) {
      collected.rejections.add(new Rejection(0, "", "", "FILE", report.refusal()));
    }
    report.faults().forEach(fault -> collected.rejections.add(Rejection.of(fault)));
    return new ReadAnswer(
        report.bytes().sha256(),
        file.getFileName().toString(),
        profile,
        report.batch(),
        collected.rows,
        collected.rejections,
        report.refused() || !report.faults().isEmpty());
  }

  private static final class Collected implements AnswerSink {
    private final List<AnswerRow> rows = new ArrayList<>();
    private final List<Rejection> rejections = new ArrayList<>();

    @Override
    public void accepted(AnswerRow row) {
      rows.add(row);
    }

    @Override
    public void refused(RefusedLine line) {
      line.faults().forEach(fault -> rejections.add(Rejection.of(fault)));
    }
  }
}
