package bangfu.sample;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** Whole seats for weights, by largest remainder. */
final class Apportionment {
  private Apportionment() {}

  /** Shares that add up to {@code seats}; of equal remainders the earlier weight wins. */
  static int[] largestRemainder(int seats, long... weights) {
    long total = Arrays.stream(weights).sum();
    int[] shares = new int[weights.length];
    for (int i = 0; i < weights.length; i++) {
      shares[i] = (int) (seats * weights[i] / total);
    }
    int left = seats - Arrays.stream(shares).sum();
    IntStream.range(0, weights.length)
        .boxed()
        .sorted(Comparator.comparingLong(i -> -(seats * weights[i] % total)))
        .limit(left)
        .forEach(i -> shares[i]++);
    return shares;
  }
}
