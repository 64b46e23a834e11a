package bangfu.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a folder holds: {@code <table>.csv} or {@code <table>.xlsx} for each table.
 *
 * @param files in the order of the tables
 * @param missing the tables without a file: their departments delivered nothing
 * @param unknown the names of what else is in the folder, in order
 */
public record Delivery(
    Path folder, List<DeliveredFile> files, List<Table> missing, List<String> unknown) {
  private static final List<String> EXTENSIONS = List.of(".csv", ".xlsx");

  /** The end of the name of a file with rejected rows, mended or not. */
  private static final String MENDED = ".mend.csv";

  private static final List<String> SUPPLEMENT_EXTENSIONS = List.of(".csv", ".xlsx", MENDED);

  public Delivery {
    files = List.copyOf(files);
    missing = List.copyOf(missing);
    unknown = List.copyOf(unknown);
  }

  /**
   * Looks into a folder without reading its files.
   *
   * @throws IOException when it is no folder or cannot be listed
   */
  public static Delivery scan(Path folder, Tables tables) throws IOException {
    return scan(folder, tables, EXTENSIONS);
  }

  /**
   * Looks into a folder of mended rows, in which {@code <table>.mend.csv} counts as well.
   *
   * @throws IOException when it is no folder or cannot be listed
   */
  public static Delivery scanSupplement(Path folder, Tables tables) throws IOException {
    return scan(folder, tables, SUPPLEMENT_EXTENSIONS);
  }

  private static Delivery scan(Path folder, Tables tables, List<String> extensions)
      throws IOException {
    List<Path> unclaimed = entries(folder);
    List<DeliveredFile> files = new ArrayList<>();
    List<Table> missing = new ArrayList<>();
    for (Table table : tables.all()) {
      List<Path> paths = pathsOf(table, folder, extensions);
      unclaimed.removeAll(paths);
      if (paths.isEmpty()) {
        missing.add(table);
      } else {
        files.add(new DeliveredFile(table, paths));
      }
    }
    List<String> unknown = unclaimed.stream().map(path -> path.getFileName().toString()).toList();
    return new Delivery(folder, files, missing, unknown);
  }

  private static List<Path> entries(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return new ArrayList<>(entries.sorted().toList());
    }
  }

  private static List<Path> pathsOf(Table table, Path folder, List<String> extensions) {
    return extensions.stream()
        .map(extension -> folder.resolve(table.name() + extension))
        .filter(Files::isRegularFile)
        .toList();
  }
}
