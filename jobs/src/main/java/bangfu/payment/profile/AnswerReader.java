package bangfu.payment.profile;

import bangfu.intake.Fingerprint;
import bangfu.intake.FirstBytes;
import bangfu.intake.LineBytes;
import bangfu.intake.RefusedFileException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Reads a bank's answer. What cannot be relied on is refused with its line, column and reason;
 * nothing is guessed, and no data is an exception. Safe for any thread.
 *
 * @param layout of the profile that the payments were written with
 */
public record AnswerReader(AnswerLayout layout) {
  private static final int MARK_BYTES = 3;

  /**
   * Streams the file into the sink, its lines in their order.
   *
   * <p>When the report says {@link AnswerReport#refused()}, nothing of the file counts, and
   * whatever the sink was given before must be dropped.
   *
   * @throws IOException when the file cannot be read from its disk
   */
  public AnswerReport read(Path file, AnswerSink sink) throws IOException {
    Fingerprint bytes = Fingerprint.of(List.of(file));
    FirstBytes first = FirstBytes.of(file);
    String reason = whyNoAnswer(first);
    if (reason != null) {
      return AnswerReport.refused(bytes, reason);
    }
    try (InputStream in = Files.newInputStream(file)) {
      in.skipNBytes(first == FirstBytes.UTF_8_MARK ? MARK_BYTES : 0);
      return new AnswerReading(layout, sink).run(new LineBytes(in), bytes);
    } catch (RefusedFileException refusal) {
      return AnswerReport.refused(bytes, refusal.getMessage());
    }
  }

  /** A byte order mark that contradicts the profile: some program saved the file anew. */
  private String whyNoAnswer(FirstBytes first) {
    BankEncoding expected = layout.layout().encoding();
    return switch (first) {
      case UTF_8_MARK ->
          expected == BankEncoding.UTF_8
              ? null
              : "应为 " + expected.label() + " 编码，文件却以 UTF-8 标记开头，可能被另存过；请使用银行的原文件";
      case UTF_16_LITTLE_ENDIAN_MARK, UTF_16_BIG_ENDIAN_MARK ->
          "应为 " + expected.label() + " 编码，文件是 UTF-16，可能被另存过；请使用银行的原文件";
      case ZIP -> "文件内容是压缩包或 Excel 工作簿，不是文本；请解压或使用银行的原文件";
      case OLE2 -> "文件内容是旧版 Excel（xls）或加密的文件，不是文本；请使用银行的原文件";
      case OTHER -> null;
    };
  }
}
