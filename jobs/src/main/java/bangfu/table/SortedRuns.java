package bangfu.table;

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
 * Lines of text in temporary files, each sorted by a key, and their merge: however many there are,
 * the memory holds one of each file. Any number of threads may add runs.
 */
public final class SortedRuns implements AutoCloseable {
  private static final char SEPARATOR = '\u001C';

  private final List<Path> files = new ArrayList<>();

  /** A sorted run while it is written; a run without lines makes no file. */
  public final class Run implements AutoCloseable {
    private BufferedWriter writer;

    /**
     * Adds a line.
     *
     * @param key not before that of the line added last, in code-point order; without control
     *     characters
     * @param line without line ends
     */
    public void add(String key, String line) {
      try {
        if (writer == null) {
          writer = Files.newBufferedWriter(newFile(), UTF_8);
        }
        writer.write(key);
        writer.write(SEPARATOR);
        writer.write(line);
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

  /** The next line of a run. */
  private record Head(String key, String line, BufferedReader rest) {
    static Head of(BufferedReader run) throws IOException {
      String next = run.readLine();
      if (next == null) {
        return null;
      }
      int key = next.indexOf(SEPARATOR);
      return new Head(next.substring(0, key), next.substring(key + 1), run);
    }
  }

  /** Begins a run. */
  public Run begin() {
    return new Run();
  }

  private synchronized Path newFile() throws IOException {
    Path file = Files.createTempFile("bangfu-", ".run");
    files.add(file);
    return file;
  }

  /** Hands over all lines, key by key; a key is in one run only. */
  public void each(Consumer<String> consumer) {
    PriorityQueue<Head> heads =
        new PriorityQueue<>(Comparator.comparing(Head::key, CodePoints.ORDER));
    List<BufferedReader> readers = new ArrayList<>();
    try {
      for (Path file : files) {
        BufferedReader reader = Files.newBufferedReader(file, UTF_8);
        readers.add(reader);
        heads.add(Head.of(reader));
      }
      while (!heads.isEmpty()) {
        Head head = heads.remove();
        consumer.accept(head.line());
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
