package bangfu.register;

import bangfu.intake.Table;
import java.util.List;
import java.util.TreeSet;

/**
 * What an import found in a folder.
 *
 * @param delivery the newest delivery afterwards; 0 when there is none
 * @param isNew false when the folder held nothing but bytes that were received before
 * @param files in the order of the tables
 * @param missing the tables without a file; what they brought last stays in force
 * @param unknownFiles names of what else is in the folder, in order
 */
public record DeliveryReport(
    int delivery,
    boolean isNew,
    List<ReceivedFile> files,
    List<Table> missing,
    List<String> unknownFiles) {

  public DeliveryReport {
    files = List.copyOf(files);
    missing = List.copyOf(missing);
    unknownFiles = List.copyOf(unknownFiles);
  }

  /** The departments of which no table came, in code-point order. */
  public List<String> silentDepartments() {
    TreeSet<String> silent = new TreeSet<>();
    missing.forEach(table -> silent.add(table.department()));
    files.forEach(file -> silent.remove(file.table().department()));
    return List.copyOf(silent);
  }

  /** True when a row was rejected or a file refused. */
  public boolean hasDefects() {
    return files.stream().anyMatch(ReceivedFile::hasDefects);
  }
}
