package bangfu.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormulaGuardTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "=1+1",
        "+1",
        "@SUM(A1)",
        "-1+cmd|' /C calc'!A0",
        "=HYPERLINK(\"http://x\")",
        "\t=1",
        "\r=1",
        "-(1)"
      })
  void aFormulaGetsAnApostrophe(String cell) {
    assertThat(FormulaGuard.guarded(cell)).isEqualTo("'" + cell);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "-", "-5.00", "-1,080.00", "-H1", "张三", "1=1", "'", "'张三", "''", " =1"})
  void anythingElseStaysAsItIs(String cell) {
    assertThat(FormulaGuard.guarded(cell)).isEqualTo(cell);
  }

  @Test
  void whatWasGuardedCanBeHadBack() {
    List<String> cells = List.of("");
    for (int length = 1; length <= 5; length++) {
      cells = cells.stream().flatMap(FormulaGuardTest::longer).toList();
      assertThat(cells)
          .allSatisfy(
              cell -> {
                String guarded = FormulaGuard.guarded(cell);
                assertThat(FormulaGuard.unguarded(guarded)).isEqualTo(cell);
                assertThat(guarded).doesNotStartWith("=").doesNotStartWith("-(");
              });
    }
  }

  private static Stream<String> longer(String cell) {
    return Stream.of("'", "=", "-", "(", "A", "5").map(end -> cell + end);
  }
}
