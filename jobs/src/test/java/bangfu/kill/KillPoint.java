package bangfu.kill;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * Counts the moments of a child JVM at which a machine could fail, and halts it at one of them. The
 * JDK's own classes call it, so it is loaded by the boot loader and uses nothing of the project.
 *
 * <p>Properties: {@code kill.at} is {@code step#n}, the n-th moment inside a step, or {@code
 * step/what#n}, the n-th of its kind; {@code kill.trace} is the file that gets a line for each
 * moment, or for the last one only when there is a {@code kill.at}.
 */
public final class KillPoint {
  /** What the shell reports of a process that SIGKILL ended. */
  public static final int KILLED = 137;

  private static final String AT = System.getProperty("kill.at", "");
  private static final String TRACE = System.getProperty("kill.trace");
  private static final Map<String, Integer> PASSED = new HashMap<>();
  private static String step = "start";

  private KillPoint() {}

  /** The product begins a step. */
  public static synchronized void step(String name) {
    step = name;
    PASSED.clear();
    pass("begin");
  }

  /** One moment. */
  public static synchronized void pass(String what) {
    if (TRACE == null) {
      return;
    }
    String kind = step + '/' + what;
    int ofStep = PASSED.merge(step, 1, Integer::sum);
    int ofKind = PASSED.merge(kind, 1, Integer::sum);
    boolean now = AT.equals(step + '#' + ofStep) || AT.equals(kind + '#' + ofKind);
    if (now || AT.isEmpty()) {
      trace(kind);
    }
    if (now) {
      Runtime.getRuntime().halt(KILLED);
    }
  }

  private static void trace(String line) {
    try (FileOutputStream out = new FileOutputStream(TRACE, true)) {
      out.write((line + '\n').getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
