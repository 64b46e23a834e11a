package bangfu.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** The files of a month as other programs read them. */
record MonthFolder(Path path) {
  private static final CSVFormat WITH_HEADER =
      CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();

  /** The rows of a file for people, by header. */
  static List<Map<String, String>> rows(Path file) {
    try {
      String text = Files.readString(file, UTF_8).substring(1);
      try (CSVParser parser = CSVParser.parse(text, WITH_HEADER)) {
        return parser.stream().map(CSVRecord::toMap).toList();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  List<Map<String, String>> rows(String file) {
    return rows(path.resolve(file));
  }

  /** The tables that have rejects. */
  List<String> rejectedTables() {
    try (Stream<Path> files = Files.list(path.resolve("rejects"))) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".raw"))
          .map(name -> name.replace(".raw", ""))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
