package bangfu.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LineDifferenceTest {
  private static final int LONGER_THAN_THE_BUFFER = 150_000;

  /** Whatever was changed: what is the same, new and gone makes up both files again. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void makesUpBothFilesAgain(int seed) throws IOException {
    Random random = new Random(seed);
    List<String> before = IntStream.range(0, 3_000).mapToObj(i -> line(i, random)).toList();
    List<String> now = changed(before, random);
    String end = seed % 2 == 0 ? "\n" : "\r\n";
    String last = seed % 3 == 0 ? "" : end;

    LineDifference difference =
        new LineDifference(
            lines(before, end, last), lines(now, end, last), 0, new BitSet(), before.size());

    assertThat(difference.compare()).isTrue();
    assertThat(difference.lines()).isEqualTo(now.size());
    assertThat(difference.sameRows() + difference.toRead().size()).isEqualTo(now.size());
    assertThat(without(difference.toRead(), now))
        .containsExactlyInAnyOrderElementsOf(without(difference.gone(), before));
  }

  @Test
  void aLineThatWasRejectedIsReadAgain() throws IOException {
    List<String> same = List.of("a1", "b1", "c1");
    BitSet rejected = new BitSet();
    rejected.set(2);

    LineDifference difference =
        new LineDifference(lines(same, "\n", "\n"), lines(same, "\n", "\n"), 0, rejected, 3);

    assertThat(difference.compare()).isTrue();
    assertThat(difference.toRead()).containsOnlyKeys(2);
    assertThat(difference.gone()).isEmpty();
    assertThat(difference.sameRows()).isEqualTo(2);
  }

  private static String line(int number, Random random) {
    int length = random.nextInt(1_000) == 0 ? LONGER_THAN_THE_BUFFER : random.nextInt(200);
    return number + ",户" + "x".repeat(length);
  }

  private static List<String> changed(List<String> before, Random random) {
    List<String> now = new ArrayList<>();
    for (int i = 0; i < before.size(); i++) {
      switch (random.nextInt(60)) {
        case 0 -> {
          // vanished
        }
        case 1 -> now.addAll(List.of("new" + i, before.get(i)));
        case 2 -> now.add(before.get(i) + "y");
        case 3 -> now.add(now.isEmpty() ? 0 : random.nextInt(now.size()), before.get(i));
        case 4 -> now.addAll(List.of(before.get(i), before.get(i)));
        default -> now.add(before.get(i));
      }
    }
    return now;
  }

  /** The lines but for some, whose numbers must be those of their lines. */
  private static List<String> without(SortedMap<Integer, byte[]> some, List<String> lines) {
    some.forEach(
        (number, bytes) -> assertThat(new String(bytes, UTF_8)).isEqualTo(lines.get(number - 1)));
    return IntStream.rangeClosed(1, lines.size())
        .filter(number -> !some.containsKey(number))
        .mapToObj(number -> lines.get(number - 1))
        .toList();
  }

  private static LineBytes lines(List<String> lines, String end, String last) {
    String text = lines.stream().collect(Collectors.joining(end, "", last));
    return new LineBytes(new ByteArrayInputStream(text.getBytes(UTF_8)));
  }
}
