package bangfu.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Replaces a folder as a whole: the new one is written aside, forced to disk and renamed into
 * place. A crash leaves the old folder or the new one, whole.
 *
 * <p>Java cannot exchange two folders in one step (Linux can, by {@code renameat2}), and a link in
 * place of the folder would surprise whoever copies or deletes it. So there are two renames with
 * nothing between them, some ten microseconds in which a reader finds no folder; a kill just there
 * leaves the old one under its other name, and the next start of any command that writes there
 * brings it back before it does anything else.
 */
public final class FolderSwap {
  private static final String NEW = ".new";
  private static final String OLD = ".old";
  private static final List<String> MONEY_FOLDERS = List.of("bank", "settlement");

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
    this.fresh = target.resolveSibling("." + name + NEW);
    this.former = target.resolveSibling("." + name + OLD);
  }

  /**
   * Ends what killed runs left in an output folder, for all months, imports and batches sent, and
   * makes sure that folders can be made in it. To be called by whoever holds the right to write
   * there.
   *
   * @throws UncheckedIOException when it is no folder or must not be written to
   */
  public static void healAll(Path out) {
    try {
      if (Files.exists(out) && !Files.isDirectory(out)) {
        throw new NotDirectoryException(out.toString());
      }
      Files.createDirectories(out);
      Files.delete(Files.createTempFile(out, ".write", NEW));
      healIn(out);
      healIn(out.resolve("imports"));
      healIn(out.resolve("sent"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void healIn(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return;
    }
    List<String> names;
    try (Stream<Path> entries = Files.list(folder)) {
      names = entries.map(entry -> entry.getFileName().toString()).toList();
    }
    for (String name : names) {
      if (name.startsWith(".") && (name.endsWith(NEW) || name.endsWith(OLD))) {
        String target = name.substring(1, name.length() - NEW.length());
        new FolderSwap(folder.resolve(target)).heal();
      }
    }
  }

  /**
   * Writes the new folder by the writer and puts it in the old one's place. When the writer fails,
   * the old one stays and nothing of the new one is left.
   */
  public void replace(Consumer<Path> writer) {
    heal();
    try {
      Files.createDirectories(fresh);
      writer.accept(fresh);
      force(fresh);
      swap();
    } catch (IOException e) {
      tidy(e);
      throw new UncheckedIOException(e);
    } catch (RuntimeException | Error e) {
      tidy(e);
      throw e;
    }
  }

  private void tidy(Throwable failure) {
    try {
      heal();
    } catch (UncheckedIOException e) {
      failure.addSuppressed(e); // the next start tries again
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
    for (Path file : WrittenFiles.in(folder)) {
      if (isImportant(folder.relativize(file))) {
        forceOne(file);
      }
    }
    for (String money : MONEY_FOLDERS) {
      if (Files.isDirectory(folder.resolve(money))) {
        forceOne(folder.resolve(money));
      }
    }
    forceOne(folder);
  }

  private static boolean isImportant(Path relative) {
    String top = relative.getName(0).toString();
    return MONEY_FOLDERS.contains(top) || top.equals("ledger.csv") || top.equals("manifest.json");
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
