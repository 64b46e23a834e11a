package bangfu.cli;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ConfiguratorRank;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Takes what libraries have to say into the log instead of onto the terminal, and sets itself up,
 * which is done long before a file that says the same would be read.
 */
@ConfiguratorRank(ConfiguratorRank.CUSTOM_HIGH_PRIORITY)
public final class LibraryLog extends AppenderBase<ILoggingEvent> implements Configurator {
  private static volatile EventLog log;

  /** From now on to this log; null = nowhere. */
  static void to(EventLog next) {
    log = next;
  }

  /** Libraries speak only of trouble, unless the system property {@code bangfu.log} wants more. */
  @Override
  public ExecutionStatus configure(LoggerContext loggers) {
    start();
    loggers.getLogger("org.flywaydb").setLevel(Level.ERROR); // warns of H2s it has not yet tried
    Logger root = loggers.getLogger(Logger.ROOT_LOGGER_NAME);
    root.setLevel(Level.toLevel(System.getProperty("bangfu.log"), Level.WARN));
    root.addAppender(this);
    return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
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
