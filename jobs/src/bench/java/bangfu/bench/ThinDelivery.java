package bangfu.bench;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Leaves out rows of a sample, which has about 13.5 a household: all households, members and
 * accounts stay, and short tables as they are; of the others a row in two goes, so that about 8.5
 * are left.
 */
final class ThinDelivery {
  private static final Set<String> WHOLE =
      Set.of("nb_household.csv", "nb_member.csv", "cz_account.csv");

  private static final double KEPT = 0.49;
  private static final int SHORT_BYTES = 10_000;

  private final Random random = new Random(1);
  private long rows;

  /** Thins the CSV files of a sample's folder, which have no line ends inside. */
  ThinDelivery of(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".csv")).sorted().toList()) {
        boolean whole =
            WHOLE.contains(file.getFileName().toString()) || Files.size(file) < SHORT_BYTES;
        thin(file, whole ? 1 : KEPT);
      }
    }
    return this;
  }

  /** Works on bytes as Latin-1 characters, whatever the file's encoding. */
  private void thin(Path file, double kept) throws IOException {
    Path thinned = file.resolveSibling(file.getFileName() + ".thinned");
    try (BufferedReader in = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1);
        BufferedWriter out = Files.newBufferedWriter(thinned, StandardCharsets.ISO_8859_1)) {
      out.write(in.readLine() + "\r\n");
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        if (random.nextDouble() < kept) {
          out.write(line + "\r\n");
          rows++;
        }
      }
    }
    Files.move(thinned, file, StandardCopyOption.REPLACE_EXISTING);
  }

  /** How many rows the CSV files have. */
  long rows() {
    return rows;
  }
}
