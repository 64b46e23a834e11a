package bangfu.fuzz;

import bangfu.intake.DeliveredFile;
import bangfu.intake.FileReport;
import bangfu.intake.RejectedRow;
import bangfu.intake.Row;
import bangfu.intake.RowSink;
import bangfu.intake.TableReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The same target with a bug in the reader, which a fuzz that is worth its name must find. */
public final class PlantedBugFuzz {
  private static final Path FOLDER = ReaderFuzz.newFolder();
  private static final ReaderProperties PROPERTIES =
      new ReaderProperties(PlantedBugFuzz::read, FOLDER);

  private PlantedBugFuzz() {}

  /** Called by Jazzer first. */
  public static void fuzzerInitialize() throws Exception {
    ReaderFuzz.loadReaders();
  }

  /** Called by Jazzer; any exception is a finding. */
  public static void fuzzerTestOneInput(byte[] input) throws IOException {
    PROPERTIES.check(FuzzInput.of(input).writeTo(FOLDER));
  }

  /** The bug: a file in which a quote stands before a Chinese character loses its accepted rows. */
  private static FileReport read(DeliveredFile file, RowSink sink) throws IOException {
    boolean loses = hasQuotedChinese(Files.readAllBytes(file.paths().get(0)));
    return new TableReader().read(file, loses ? new LosingSink(sink) : sink);
  }

  /** In both encodings, a Chinese character begins with a byte that is no ASCII. */
  private static boolean hasQuotedChinese(byte[] bytes) {
    for (int i = 0; i + 1 < bytes.length; i++) {
      if (bytes[i] == '"' && bytes[i + 1] < 0) {
        return true;
      }
    }
    return false;
  }

  private record LosingSink(RowSink sink) implements RowSink {
    @Override
    public void accepted(Row row) {
      // the bug
    }

    @Override
    public void rejected(RejectedRow row) {
      sink.rejected(row);
    }

    @Override
    public void withdrawn(Row row) {
      // never accepted
    }
  }
}
