package bangfu.database;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Properties;

/**
 * A small file beside an H2 database that says who has it open. H2's own lock decides; this file
 * only informs, and what a killed process left in it is seen to be stale.
 */
record LockFile(Path path) {
  /** How long the winner may take from H2's lock to its name in the file. */
  private static final long AWAIT_MILLIS = 2_000;

  private static final long LOOK_EVERY_MILLIS = 50;

  /** Says who has it. That it cannot be said is no reason to stop. */
  void write(Holder holder) {
    Properties lines = new Properties();
    lines.setProperty("user", holder.user());
    lines.setProperty("process", Long.toString(holder.process()));
    lines.setProperty("host", holder.host());
    lines.setProperty("command", holder.command());
    lines.setProperty("since", holder.since().toString());
    StringWriter text = new StringWriter();
    try {
      lines.store(text, null);
      Files.writeString(path, text.toString());
    } catch (IOException e) {
      delete();
    }
  }

  void delete() {
    try {
      Files.deleteIfExists(path);
    } catch (IOException e) {
      path.toFile().deleteOnExit();
    }
  }

  /** Who has it open, waiting a little for a name; null when nobody said so. */
  Holder await() {
    long end = System.nanoTime() + AWAIT_MILLIS * 1_000_000;
    Holder holder = read();
    while (holder == null && System.nanoTime() < end) {
      try {
        Thread.sleep(LOOK_EVERY_MILLIS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return null;
      }
      holder = read();
    }
    return holder;
  }

  /** Who is named; null when nobody is, or a process that is no more. */
  private Holder read() {
    Properties lines = new Properties();
    try (Reader reader = Files.newBufferedReader(path)) {
      lines.load(reader);
      Holder holder =
          new Holder(
              lines.getProperty("user"),
              Long.parseLong(lines.getProperty("process", "")),
              lines.getProperty("host", "?"),
              lines.getProperty("command"),
              Instant.parse(lines.getProperty("since", "")));
      return holder.mayLive() ? holder : null;
    } catch (IOException | IllegalArgumentException | DateTimeException e) {
      return null;
    }
  }
}
