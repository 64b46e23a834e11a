package bangfu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SystemLanguageTest {
  @Test
  void aVariableCountsThoughTheSystemHasNotGotItsLocale() {
    assertThat(SystemLanguage.of(Map.of("LANG", "zh_CN.UTF-8"), Locale.ENGLISH))
        .isEqualTo(Locale.CHINESE);
    assertThat(SystemLanguage.of(Map.of("LANG", "C.UTF-8", "LC_MESSAGES", "zh_CN"), Locale.ROOT))
        .isEqualTo(Locale.CHINESE);
  }

  @Test
  void theVariableOfHighestRankDecides() {
    Map<String, String> variables = Map.of("LC_ALL", "en_US.UTF-8", "LANG", "zh_CN.UTF-8");

    assertThat(SystemLanguage.of(variables, Locale.US)).isEqualTo(Locale.ENGLISH);
    assertThat(SystemLanguage.of(Map.of("LC_ALL", "", "LANG", "zh_CN"), Locale.US))
        .isEqualTo(Locale.CHINESE);
  }

  @Test
  void withoutAVariableItIsTheLanguageThatJavaFound() {
    assertThat(SystemLanguage.of(Map.of(), Locale.CHINA)).isEqualTo(Locale.CHINESE);
    assertThat(SystemLanguage.of(Map.of(), Locale.GERMANY)).isEqualTo(Locale.ENGLISH);
  }
}
