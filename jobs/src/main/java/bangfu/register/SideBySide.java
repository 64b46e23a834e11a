package bangfu.register;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Does pieces of work side by side, a thread for each processor; the first failure ends all. */
public final class SideBySide implements AutoCloseable {
  private static final int MOST_WAITING = 64;
  private static final int AHEAD = 1_000;

  private volatile boolean stopped;
  private final ExecutorService threads =
      Executors.newFixedThreadPool(
          Runtime.getRuntime().availableProcessors(),
          work -> {
            Thread thread = new Thread(work, "side-by-side");
            thread.setDaemon(true);
            return thread;
          });

  /** A piece of work that may fail while it reads or writes. */
  @FunctionalInterface
  public interface Work<T, R> {
    R apply(T piece) throws IOException;
  }

  /** The results in the order of the pieces. */
  public <T, R> List<R> all(List<T> pieces, Work<T, R> work) throws IOException {
    List<Future<R>> futures = new ArrayList<>();
    for (T piece : pieces) {
      futures.add(begin(() -> work.apply(piece)));
    }
    List<R> results = new ArrayList<>();
    for (Future<R> future : futures) {
      results.add(result(future));
    }
    return results;
  }

  /**
   * Hands over the results in the order of the pieces, in the caller's thread. Pieces are taken
   * when they are needed, at most {@value #MOST_WAITING} ahead.
   */
  public <T, R> void each(Iterator<T> pieces, Work<T, R> work, Consumer<R> results)
      throws IOException {
    Deque<Future<R>> waiting = new ArrayDeque<>();
    while (pieces.hasNext()) {
      T piece = pieces.next();
      waiting.add(begin(() -> work.apply(piece)));
      if (waiting.size() == MOST_WAITING) {
        results.accept(result(waiting.poll()));
      }
    }
    while (!waiting.isEmpty()) {
      results.accept(result(waiting.poll()));
    }
  }

  /**
   * The same pieces, of which another thread takes up to {@value #AHEAD} while the last {@value
   * #AHEAD} are worked on. What taking them throws comes out of {@code hasNext}.
   */
  public <T> Iterator<T> ahead(Iterator<T> pieces) {
    return new Iterator<>() {
      private Future<List<T>> coming = begin(this::some);
      private Iterator<T> current = List.<T>of().iterator();

      private List<T> some() {
        List<T> some = new ArrayList<>(AHEAD);
        while (some.size() < AHEAD && pieces.hasNext()) {
          some.add(pieces.next());
        }
        return some;
      }

      @Override
      public boolean hasNext() {
        while (!current.hasNext() && coming != null) {
          List<T> come = come();
          coming = come.isEmpty() ? null : begin(this::some);
          current = come.iterator();
        }
        return current.hasNext();
      }

      private List<T> come() {
        try {
          return result(coming);
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }

      @Override
      public T next() {
        if (!hasNext()) {
          throw new NoSuchElementException();
        }
        return current.next();
      }
    };
  }

  /** Begins a piece of work, unless all is ended when its turn comes: then its result is null. */
  public <R> Future<R> begin(Callable<R> piece) {
    return threads.submit(() -> stopped ? null : piece.call());
  }

  /** Waits for a piece of work. */
  public static <R> R result(Future<R> future) throws IOException {
    try {
      return future.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException failure) {
        throw failure;
      }
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      if (e.getCause() instanceof Error failure) {
        throw failure;
      }
      throw new IllegalStateException(e.getCause());
    }
  }

  /**
   * Waits for pieces under way, for whoever failed discards next what they wrote. No thread is
   * interrupted: that would close the database's file under it.
   */
  @Override
  public void close() {
    stopped = true;
    threads.shutdown();
    boolean interrupted = false;
    boolean ended = false;
    while (!ended) {
      try {
        ended = threads.awaitTermination(1, TimeUnit.MINUTES);
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
