package bangfu.report;

import bangfu.ledger.LedgerFile;
import bangfu.ledger.Seals;
import bangfu.payment.BankFiles;
import bangfu.payment.PaymentBatch;
import bangfu.payment.SetOffFile;
import bangfu.payment.SettlementFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code <out>/sent/<YYYYMM>-<batch>/}: exactly what leaves with a batch. The month's own folder
 * shows what was prepared; rows withdrawn since then are only there.
 */
public final class SentFolder {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private final DataSource source;

  public SentFolder(DataSource source) {
    this.source = source;
  }

  /** Where the files of a batch lie. */
  public static Path of(PaymentBatch batch, Path out) {
    String name = "%s-%03d".formatted(batch.month().toString().replace("-", ""), batch.number());
    return out.resolve("sent").resolve(name);
  }

  /**
   * Writes the folder, whole or not at all.
   *
   * @return SHA-256 of its manifest, which vouches for the others
   */
  public String write(PaymentBatch batch, Path out) {
    Path target = of(batch, out);
    new FolderSwap(target).replace(folder -> writeAll(batch, folder));
    return MonthFiles.manifestHash(target);
  }

  private void writeAll(PaymentBatch batch, Path folder) {
    new BankFiles(source).write(batch, folder);
    new SetOffFile(source).write(batch, folder);
    try (SettlementFiles settlement = new SettlementFiles(folder)) {
      new LedgerFile(source)
          .forEachStanding(batch.firstLineNo(), batch.lastLineNo(), settlement::add);
    }
    Map<String, Object> manifest = new LinkedHashMap<>();
    manifest.put("batch", batch.number());
    manifest.put("month", batch.month().toString());
    manifest.put("preparedBy", batch.preparer().name());
    manifest.put("files", files(folder));
    new Seals(source)
        .through(batch.month())
        .ifPresent(newest -> manifest.put(Anchor.KEY, Anchor.of(newest)));
    JSON.writeValue(folder.resolve("manifest.json"), manifest);
  }

  private static List<Map<String, Object>> files(Path folder) {
    List<Map<String, Object>> files = new ArrayList<>();
    try {
      for (Path file : WrittenFiles.in(folder)) {
        WrittenFiles.Written written = WrittenFiles.read(folder, file);
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("file", written.name());
        entry.put("sha256", written.sha256());
        entry.put("rows", written.rows());
        files.add(entry);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return files;
  }
}
