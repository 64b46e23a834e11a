package bangfu.cli;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.LinkedHashMap;
import java.util.Map;

/** Takes what libraries have to say into the log instead of onto the terminal. */
public final class LibraryLog extends AppenderBase<ILoggingEvent> {
  private static volatile EventLog log;

  /** From now on to this log; null = nowhere. */
  static void to(EventLog next) {
    log = next;
  }

  @Override
  protected void append(ILoggingEvent event) {
    EventLog now = log;
    if (now != null) {
      Map<String, Object> fields = new LinkedHashMap<>();
      fields.put("level", event.getLevel().toString());
      fields.put("logger", event.getLoggerName());
      fields.put("message", Scrubbed.text(event.getFormattedMessage()));
      now.write("library", fields);
    }
  }
}
