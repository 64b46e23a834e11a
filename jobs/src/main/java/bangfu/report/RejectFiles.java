package bangfu.report;

import bangfu.intake.DeliveredLines;
import bangfu.intake.RejectedRow;
import bangfu.register.ReceivedFile;
import bangfu.register.Register;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * The folder {@code rejects/}. For each table with rejects {@code <table>.csv} with the reasons,
 * {@code <table>.raw} with the lines untouched and {@code <table>.mend.csv} to be mended and sent
 * back; the reasons again in {@code by-town/} and {@code by-department/}.
 */
public final class RejectFiles {
  private final Register register;
  private final int known;

  /**
   * Files of a register.
   *
   * @param known the delivery whose households and members tell in which town a row belongs
   */
  public RejectFiles(Register register, int known) {
    this.register = register;
    this.known = known;
  }

  /** Takes a rejected row and the line it came from. */
  @FunctionalInterface
  private interface Visitor {
    void visit(RejectedRow row, DeliveredLines.Line line) throws IOException;
  }

  /**
   * Writes the rejects of some files; an empty folder when there are none.
   *
   * @param files with at most one of each table
   */
  public void write(Collection<ReceivedFile> files, Path folder) {
    List<ReceivedFile> rejecting =
        files.stream()
            .filter(file -> file.report().rejectedRows() > 0)
            .sorted(Comparator.comparing(file -> file.table().name()))
            .toList();
    try {
      Files.createDirectories(folder);
      if (!rejecting.isEmpty()) {
        writeAll(rejecting, folder);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void writeAll(List<ReceivedFile> files, Path folder) throws IOException {
    RejectTowns towns = new RejectTowns();
    for (ReceivedFile file : files) {
      visit(file, (row, line) -> towns.note(RejectSubject.of(file.table(), line)));
    }
    towns.find(register, known);
    try (RejectSplit split = new RejectSplit(folder)) {
      for (ReceivedFile file : files) {
        write(file, towns, split, folder);
      }
    }
  }

  private void write(ReceivedFile file, RejectTowns towns, RejectSplit split, Path folder)
      throws IOException {
    try (RejectTable table = new RejectTable(folder, file.table())) {
      visit(
          file,
          (row, line) -> {
            table.add(row, line);
            split.add(file.table(), towns.of(RejectSubject.of(file.table(), line)), row);
          });
    }
  }

  private void visit(ReceivedFile file, Visitor visitor) throws IOException {
    try (DeliveredLines lines =
        DeliveredLines.open(
            file.table(), file.report().encoding(), register.archived(file.report().sha256()))) {
      register.forEachReject(
          file,
          row -> {
            try {
              visitor.visit(row, lines.at(row.line()));
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          });
    }
  }
}
