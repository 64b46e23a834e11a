package bangfu.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Failures without personal data: no names, no identity, account or household numbers. */
final class Scrubbed {
  /** Chinese words may be names; long numbers may be anybody's. */
  private static final Pattern PERSONAL = Pattern.compile("\\p{IsHan}+|\\w*\\d{6,}\\w*");

  private static final int MOST_FRAMES = 30;

  private Scrubbed() {}

  static String text(String message) {
    return message == null ? "" : PERSONAL.matcher(CommandText.masked(message)).replaceAll("*");
  }

  /** A failure and its causes, outermost first, for the log. */
  static List<Map<String, Object>> chain(Throwable failure) {
    List<Map<String, Object>> chain = new ArrayList<>();
    for (Throwable at = failure; at != null; at = at.getCause()) {
      Map<String, Object> link = new LinkedHashMap<>();
      link.put("class", at.getClass().getName());
      link.put("message", text(at.getMessage()));
      List<String> frames = new ArrayList<>();
      for (StackTraceElement frame : at.getStackTrace()) {
        if (frames.size() < MOST_FRAMES) {
          frames.add(frame.toString());
        }
      }
      link.put("frames", frames);
      chain.add(link);
    }
    return chain;
  }
}
