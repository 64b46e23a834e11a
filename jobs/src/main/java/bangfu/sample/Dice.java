package bangfu.sample;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToDoubleFunction;

/** Repeatable chance: the same seeds give the same draws on every machine. */
final class Dice {
  private static final long SPREAD = 0xD1B54A32D192ED03L;

  /** The few dozen days the tables name; parsing them for each draw would take most of the time. */
  private static final Map<String, LocalDate> PARSED = new ConcurrentHashMap<>();

  private final SplittableRandom random;

  /** Streams of different {@code seeds} are independent, neighbouring numbers included. */
  Dice(long... seeds) {
    long mixed = 0;
    for (long seed : seeds) {
      mixed = mix(mixed * SPREAD + seed);
    }
    random = new SplittableRandom(mixed);
  }

  private static long mix(long bits) {
    long half = (bits ^ (bits >>> 32)) * SPREAD;
    return half ^ (half >>> 29);
  }

  /** True in {@code perMille} of 1000 draws. */
  boolean chance(int perMille) {
    return random.nextInt(1000) < perMille;
  }

  /** Both bounds may come. */
  int between(int least, int most) {
    return random.nextInt(least, most + 1);
  }

  /** Both days may come; the first when they are in the wrong order. */
  LocalDate between(LocalDate first, LocalDate last) {
    long days = ChronoUnit.DAYS.between(first, last);
    return days <= 0 ? first : first.plusDays(random.nextLong(days + 1));
  }

  /** As {@link #between(LocalDate, LocalDate)}, of ISO dates. */
  LocalDate day(String first, String last) {
    return between(parsed(first), parsed(last));
  }

  private static LocalDate parsed(String day) {
    return PARSED.computeIfAbsent(day, LocalDate::parse);
  }

  @SafeVarargs
  final <T> T pick(T... choices) {
    return choices[random.nextInt(choices.length)];
  }

  <T> T pick(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  /** An index of {@code weights}, drawn in proportion to them. */
  int weighted(int... weights) {
    int total = 0;
    for (int weight : weights) {
      total += weight;
    }
    int draw = random.nextInt(total);
    int index = 0;
    while (draw >= weights[index]) {
      draw -= weights[index++];
    }
    return index;
  }

  /** The items in random order, those of greater weight rather earlier; weight 0 leaves out. */
  <T> List<T> shuffle(List<T> items, ToDoubleFunction<T> weight) {
    record Keyed<T>(T item, double key) {}
    List<Keyed<T>> keyed = new ArrayList<>();
    for (T item : items) {
      double draw = 1 - random.nextDouble();
      if (weight.applyAsDouble(item) > 0) {
        keyed.add(new Keyed<>(item, -StrictMath.log(draw) / weight.applyAsDouble(item)));
      }
    }
    keyed.sort(Comparator.comparingDouble(Keyed::key));
    return keyed.stream().map(Keyed::item).toList();
  }
}
