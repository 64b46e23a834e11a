package bangfu.report;

import bangfu.intake.DeliveredFile;
import bangfu.intake.DeliveredLines;
import bangfu.intake.RejectedRow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/** The mend file of one delivered file, written without a register. */
public final class MendFile {
  private final Path path;
  private final BitSet faithful = new BitSet();

  private MendFile(Path path) {
    this.path = path;
  }

  /**
   * Writes it as {@code rejects/} has it.
   *
   * @throws AssertionError when a line is not the one that was rejected
   */
  public static MendFile write(
      DeliveredFile file, String encoding, List<RejectedRow> rejects, Path folder)
      throws IOException {
    Path rejectFolder = Files.createDirectories(folder.resolve("rejects"));
    MendFile mend = new MendFile(rejectFolder.resolve(file.table().name() + ".mend.csv"));
    try (RejectTable table = new RejectTable(rejectFolder, file.table());
        DeliveredLines lines =
            DeliveredLines.open(
                file.table(), encoding, Files.newInputStream(file.paths().get(0)))) {
      for (int i = 0; i < rejects.size(); i++) {
        DeliveredLines.Line line = lines.at(rejects.get(i).line());
        if (!Arrays.equals(line.raw(), rejects.get(i).raw())) {
          throw new AssertionError("line " + line.number() + " is another one than was rejected");
        }
        table.add(rejects.get(i), line);
        mend.faithful.set(i, !encoding.equals("XLSX") && line.split() && isOneLine(line));
      }
    }
    return mend;
  }

  private static boolean isOneLine(DeliveredLines.Line line) {
    return line.cells().stream().noneMatch(cell -> cell.indexOf('\r') >= 0);
  }

  public Path path() {
    return path;
  }

  /** Whether a row, from 0, holds all that was delivered: no cell was lost, joined or computed. */
  public boolean isFaithful(int row) {
    return faithful.get(row);
  }
}
