package bangfu.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.commons.csv.CSVFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvFieldsTest {
  private final CsvFields fields = new CsvFields();

  private List<String> split(String line) {
    assertThat(fields.split(line.toCharArray(), line.length())).as(line).isTrue();
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < fields.count(); i++) {
      texts.add(fields.get(i));
    }
    return texts;
  }

  @Test
  void commasSeparateAndQuotesEnclose() {
    assertThat(split("a,b,c")).containsExactly("a", "b", "c");
    assertThat(split("")).containsExactly("");
    assertThat(split(",")).containsExactly("", "");
    assertThat(split(" a , b")).containsExactly(" a ", " b");
    assertThat(split("\"a,b\",\"\",c")).containsExactly("a,b", "", "c");
    assertThat(split("\"say \"\"so\"\"\",\"\"\"\"")).containsExactly("say \"so\"", "\"");
    assertThat(split("a\rb,c")).containsExactly("a\rb", "c");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"a",
        "a,\"b",
        "\"",
        "\"a\"\"",
        "\"a\"b,c",
        "\"a\" ,b",
        "a\"b,c",
        " \"a\",b",
        "a,b\""
      })
  void quotesThatDoNotMatch(String line) {
    assertThat(fields.split(line.toCharArray(), line.length())).isFalse();
    assertThat(fields.count()).isZero();
  }

  @Test
  void readsBackWhatAnotherWriterWrites() {
    Random random = new Random(20170310);
    for (int round = 0; round < 2_000; round++) {
      List<String> texts = new ArrayList<>();
      for (int i = random.nextInt(40); i >= 0; i--) {
        texts.add(anyText(random));
      }
      String line = CSVFormat.RFC4180.format(texts.toArray());

      assertThat(split(line)).isEqualTo(texts);
    }
  }

  private static String anyText(Random random) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(6); i > 0; i--) {
      text.append("a,\"户 ".charAt(random.nextInt(5)));
    }
    return text.toString();
  }
}
