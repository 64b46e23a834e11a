package bangfu.recalculate;

import static java.nio.charset.StandardCharsets.UTF_8;

import bangfu.engine.fold.CodePoints;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.Consumer;

/**
 * Differences in temporary files, each sorted by unit, and their merge: however many there are, the
 * memory holds one of each file. Any number of threads may add runs.
 */
final class SortedRuns implements AutoCloseable {
  private final List<Path> files = new ArrayList<>();

  /** A sorted run while it is written; a run without differences makes no file. */
  final class Run implements AutoCloseable {
    private BufferedWriter writer;

    void add(Difference difference) {
      try {
        if (writer == null) {
          writer = Files.newBufferedWriter(newFile(), UTF_8);
        }
        writer.write(difference.toLine());
        writer.write('\n');
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public void close() {
      try {
        if (writer != null) {
          writer.close();
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** The next difference of a run. */
  private record Head(Difference difference, BufferedReader rest) {
    static Head of(BufferedReader run) throws IOException {
      String line = run.readLine();
      return line == null ? null : new Head(Difference.parse(line), run);
    }
  }

  Run begin() {
    return new Run();
  }

  private synchronized Path newFile() throws IOException {
    Path file = Files.createTempFile("bangfu-", ".differences");
    files.add(file);
    return file;
  }

  /** Hands over all differences, unit by unit; a unit is in one run only. */
  void each(Consumer<Difference> consumer) {
    PriorityQueue<Head> heads =
        new PriorityQueue<>(
            Comparator.comparing(head -> head.difference().unit(), CodePoints.ORDER));
    List<BufferedReader> readers = new ArrayList<>();
    try {
      for (Path file : files) {
        BufferedReader reader = Files.newBufferedReader(file, UTF_8);
        readers.add(reader);
        heads.add(Head.of(reader));
      }
      while (!heads.isEmpty()) {
        Head head = heads.remove();
        consumer.accept(head.difference());
        Head next = Head.of(head.rest());
        if (next != null) {
          heads.add(next);
        }
      }
      for (BufferedReader reader : readers) {
        reader.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      for (Path file : files) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
