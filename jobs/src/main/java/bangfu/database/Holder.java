package bangfu.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Who has the database or the right to run: for people to read, never to decide by.
 *
 * @param user account of the operating system
 * @param process process number on its host
 * @param command as it was typed, passwords masked
 * @param since when it began
 */
public record Holder(String user, long process, String host, String command, Instant since) {
  private static final Path LINUX_HOST_NAME = Path.of("/proc/sys/kernel/hostname");

  /** This process. */
  public static Holder self(String command, Instant since) {
    return new Holder(
        System.getProperty("user.name", "?"),
        ProcessHandle.current().pid(),
        hostName(),
        command,
        since.truncatedTo(ChronoUnit.SECONDS));
  }

  /** False when it was a process of this machine that is no more. */
  boolean mayLive() {
    return !host.equals(hostName()) || ProcessHandle.of(process).isPresent();
  }

  /** Asks the kernel first: a name service can take seconds. */
  private static String hostName() {
    try {
      return Files.exists(LINUX_HOST_NAME)
          ? Files.readString(LINUX_HOST_NAME).strip()
          : InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return "localhost";
    } catch (IOException e) {
      return "?";
    }
  }
}
