package bangfu.payment.answer;

import bangfu.table.CsvFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** {@code bank-returns/<first 8 of the SHA-256>/rejects.csv}: what of an answer was not taken. */
public final class RejectsFile {
  private static final int HASH_CHARS = 8;

  private RejectsFile() {}

  /** Where the rows of an answer that were refused lie. */
  public static Path of(String sha256, Path out) {
    return out.resolve("bank-returns")
        .resolve(sha256.substring(0, HASH_CHARS))
        .resolve("rejects.csv");
  }

  /** Writes the file anew; without rejections there is none. */
  public static void write(AnswerResult result, Path out) {
    Path path = of(result.sha256(), out);
    if (result.rejections().isEmpty()) {
      delete(path);
      return;
    }
    try (CsvFile csv = CsvFile.utf8Bom(path, "行号", "列", "原值", "原因代码", "说明")) {
      result
          .rejections()
          .forEach(r -> csv.row(r.line(), r.column(), r.value(), r.code(), r.message()));
    }
  }

  private static void delete(Path path) {
    try {
      Files.deleteIfExists(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
