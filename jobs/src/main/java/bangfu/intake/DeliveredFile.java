package bangfu.intake;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The file that a folder holds for a table; two when it is there in both forms, which refuses both.
 *
 * @param paths one CSV or XLSX file, or one of each
 */
public record DeliveredFile(Table table, List<Path> paths) {

  public DeliveredFile {
    paths = List.copyOf(paths);
    if (paths.isEmpty()) {
      throw new IllegalArgumentException(table + ": a delivered file is there");
    }
  }

  /** A file by itself, whatever its name; {@code .xlsx} is read as a sheet, all else as CSV. */
  public DeliveredFile(Table table, Path path) {
    this(table, List.of(path));
  }

  /** True when the table was delivered in both forms. */
  public boolean inBothForms() {
    return paths.size() > 1;
  }

  /** The file's name, or both joined by {@code +}. */
  public String fileName() {
    return paths.stream()
        .map(path -> path.getFileName().toString())
        .collect(Collectors.joining("+"));
  }
}
