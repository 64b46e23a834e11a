package bangfu.payment.answer;

import bangfu.payment.profile.Outcome;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What became of an answer file.
 *
 * @param before when and by whom it was received before, so that nothing was done; null when it was
 *     looked at now
 * @param taken how many rows of each outcome are new
 * @param unchanged rows that say what was known
 * @param rejections by line
 * @param files the bank files it answers, as they stand now
 */
public record AnswerResult(
    String sha256,
    Receipt before,
    Map<Outcome, Integer> taken,
    int unchanged,
    List<Rejection> rejections,
    List<Answered.BankFile> files) {
  /** A reception. */
  public record Receipt(Instant at, String by) {}

  public AnswerResult {
    taken = Map.copyOf(taken);
    rejections = List.copyOf(rejections);
    files = List.copyOf(files);
  }

  /** Nothing was done, for these bytes came before. */
  public static AnswerResult again(String sha256, Receipt before) {
    return new AnswerResult(sha256, before, Map.of(), 0, List.of(), List.of());
  }

  /** Nothing of the file counts. */
  public static AnswerResult refused(ReadAnswer answer) {
    return new AnswerResult(answer.sha256(), null, Map.of(), 0, answer.rejections(), List.of());
  }

  /** True while something that was sent in the bank files it answers has no answer. */
  public boolean isOpen() {
    return files.stream().anyMatch(file -> !file.isAnswered());
  }
}
