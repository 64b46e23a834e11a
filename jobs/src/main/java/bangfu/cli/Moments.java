package bangfu.cli;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** Moments as the operator's wall clock shows them. */
final class Moments {
  private static final DateTimeFormatter SHOWN = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

  private Moments() {}

  static String local(Instant moment) {
    return SHOWN.format(moment.atZone(ZoneId.systemDefault()));
  }
}
