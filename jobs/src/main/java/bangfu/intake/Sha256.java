package bangfu.intake;

import com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.Provider;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/**
 * SHA-256, for deliveries of any size. Java's own is quick only when the optimizing compiler is on,
 * and a night goes without it. A native library takes a fifteenth of the time then, but half a
 * second to load, so it is loaded for large deliveries, beside whatever the program does first.
 * Where a machine cannot load it, Java's own serves.
 */
public final class Sha256 {
  private static final String NAME = "SHA-256";
  private static final long LARGE_BYTES = 64L << 20;

  /** With so much room it can be unpacked, and others find some too. */
  private static final long UNPACKED_BYTES = 64L << 20;

  /** Null where Java's own is to be taken. */
  private static volatile CompletableFuture<Provider> library =
      CompletableFuture.completedFuture(null);

  private Sha256() {}

  /**
   * Gets ready for the files of a folder. What is wrong with it is for its reader to say.
   *
   * @param folder null when there is none
   */
  public static void expect(Path folder) {
    if (folder != null
        && !hasOptimizingCompiler()
        && bytes(folder) >= LARGE_BYTES
        && new File(System.getProperty("java.io.tmpdir")).getUsableSpace() >= UNPACKED_BYTES) {
      load();
    }
  }

  /** Begins to load the library. */
  static void load() {
    CompletableFuture<Provider> loaded = new CompletableFuture<>();
    library = loaded;
    Thread thread =
        new Thread(
            () -> {
              try {
                loaded.complete(Library.provider());
              } finally {
                loaded.complete(null); // whatever happened there, nobody waits for ever
              }
            },
            "sha-256");
    thread.setDaemon(true);
    thread.start();
  }

  /** A class of its own, for Java looks at the library as soon as it looks at who names it. */
  private static final class Library {
    /** The library, tried out; null where it does not work. */
    static Provider provider() {
      try {
        Provider provider = AmazonCorrettoCryptoProvider.INSTANCE;
        MessageDigest.getInstance(NAME, provider).digest(new byte[1]);
        return provider;
      } catch (NoSuchAlgorithmException | LinkageError | RuntimeException notForThisMachine) {
        return null;
      }
    }
  }

  /** A digest to be updated by one thread; waits for the library while that is being loaded. */
  public static MessageDigest digest() {
    Provider provider = library.join();
    try {
      return provider == null
          ? MessageDigest.getInstance(NAME)
          : MessageDigest.getInstance(NAME, provider);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** So the JVM says when it was told to go without. */
  private static boolean hasOptimizingCompiler() {
    return !System.getProperty("java.vm.info", "").contains("emulated-client");
  }

  /** Of all files; 0 when they cannot be read. */
  private static long bytes(Path folder) {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.map(Path::toFile).filter(File::isFile).mapToLong(File::length).sum();
    } catch (IOException | UncheckedIOException unreadable) {
      return 0;
    }
  }
}
