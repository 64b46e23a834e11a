package bangfu.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Replaces a folder as a whole: the new one is written aside, forced to disk and renamed into
 * place. A crash leaves the old folder or the new one; the next start tidies up.
 */
public final class FolderSwap {
  private final Path target;
  private final Path fresh;
  private final Path former;

  /**
   * A swap of one folder.
   *
   * @param target the folder that readers see; its parent is created when missing
   */
  public FolderSwap(Path target) {
    Path name = target.getFileName();
    this.target = target;
    this.fresh = target.resolveSibling("." + name + ".new");
    this.former = target.resolveSibling("." + name + ".old");
  }

  /** Writes the new folder by the writer and puts it in the old one's place. */
  public void replace(Consumer<Path> writer) {
    heal();
    try {
      Files.createDirectories(fresh);
      writer.accept(fresh);
      force(fresh);
      swap();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Ends what a killed run left: the old folder comes back unless the new one was already in place.
   */
  public void heal() {
    try {
      if (!Files.exists(target) && Files.exists(former)) {
        Files.move(former, target, StandardCopyOption.ATOMIC_MOVE);
      }
      delete(former);
      delete(fresh);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void swap() throws IOException {
    if (Files.exists(target)) {
      Files.move(target, former, StandardCopyOption.ATOMIC_MOVE);
    }
    Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE);
    forceOne(target.toAbsolutePath().getParent());
    delete(former);
  }

  /** The files that money depends on. The households' ledgers can be rebuilt from the database. */
  private static void force(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      List<Path> important = files.filter(file -> isImportant(folder.relativize(file))).toList();
      for (Path file : important) {
        forceOne(file);
      }
    }
  }

  private static boolean isImportant(Path relative) {
    String top = relative.getName(0).toString();
    return top.equals("bank")
        || top.equals("settlement")
        || top.equals("ledger.csv")
        || top.equals("manifest.json");
  }

  private static void forceOne(Path path) throws IOException {
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  private static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }
}
