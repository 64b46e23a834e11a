package bangfu.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * The log for machines: a JSON object a line, appended; no personal data. It is for whoever looks
 * for the cause of something, so a log that cannot be written stops nothing.
 */
final class EventLog {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Path file;
  private final String command;

  /**
   * A log.
   *
   * @param command first word of what was typed, in every line
   */
  EventLog(Path file, String command) {
    this.file = file;
    this.command = command;
  }

  Path file() {
    return file;
  }

  /** Appends one event. */
  synchronized void write(String event, Map<String, ?> fields) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("at", Instant.now().truncatedTo(ChronoUnit.MILLIS).toString());
    line.put("process", ProcessHandle.current().pid());
    line.put("command", command);
    line.put("event", event);
    line.putAll(fields);
    try {
      byte[] bytes = (JSON.writeValueAsString(line) + '\n').getBytes(StandardCharsets.UTF_8);
      Files.write(file, bytes, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      file.toFile().setWritable(true);
    }
  }
}
