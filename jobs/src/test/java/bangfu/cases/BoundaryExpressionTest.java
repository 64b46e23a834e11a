package bangfu.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BoundaryExpressionTest {
  private static final Map<String, Object> KNOWN =
      Map.of(
          "value", new BigDecimal("630.01"),
          "step", new BigDecimal("-0.01"),
          "elder-age", new BigDecimal("60"),
          "day", LocalDate.of(2018, 9, 1));

  private static Object filled(Object template) {
    return BoundaryExpression.filled(template, KNOWN);
  }

  @ParameterizedTest
  @CsvSource({
    "<value + step>, 630.00",
    "<2 * value + step>, 1260.01",
    "<2 * (value - step)>, 1260.04",
    "<value - 600 - 30>, 0.01",
    "<-step>, 0.01",
    "<floor(value * 800 / 1000)>, 504.00",
    "<round(value * 800 / 1000)>, 504.01",
    "<floor(value * 800 / 1000) + step>, 503.99",
    "<elder-age + 1>, 61",
    "<day>, 2018-09-01",
    "<day - elder-age years - 1 days>, 1958-08-31",
    "<day + 1 days - elder-age years>, 1958-09-02",
    "<day - 7 months>, 2018-02-01",
    "M<month(day)>, M2018-09",
    "<month(day)>..<month(day + 4 months)>, 2018-09..2019-01",
    "Y<year(day)>, Y2018",
    "<month_end(day - 7 months)>, 2018-02-28",
    "<school_day(day)>, 2018-09-30",
    "<school_day(day - 1 days)>, 2018-08-31",
    "<school_day(day + 30 days)>, 2018-10-01",
    "AY<school_year(day)>, AY2018",
    "AY<school_year(day - 1 days) - 1>, AY2016",
    "no place, no place"
  })
  void isWorkedOut(String template, String result) {
    assertThat(filled(template)).isEqualTo(result);
  }

  @Test
  void everywhereInMapsAndLists() {
    assertThat(filled(Map.of("a", List.of(Map.of("b", "<value>"), "x"))))
        .isEqualTo(Map.of("a", List.of(Map.of("b", "630.01"), "x")));
    assertThat(filled(null)).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "<valve>, 'expected one of [day, elder-age, step, value], but was ''valve'''",
    "<value-step>, 'but was ''value-step'''",
    "<value / 7>, 'at most two decimals: write floor( ) or round( )'",
    "<value / 0>, a number other than 0",
    "<day + 1>, 'more, but was ''the end'''",
    "<day + 1 weeks>, 'days, months or years, but was ''weeks'''",
    "<day + step days>, expected whole days",
    "<day * 2>, a number",
    "<year(value)>, a day",
    "<years(day)>, 'floor, round or one of [month, month_end, school_day, school_year, year]'",
    "<(value>, 'more'",
    "<value value>, an operator",
    "<value & step>, numbers"
  })
  void whatIsNoExpressionIsNamed(String template, String message) {
    assertThatThrownBy(() -> filled(template))
        .isInstanceOf(CaseSyntaxException.class)
        .hasMessageStartingWith(template.substring(0, 3))
        .hasMessageContaining(message);
  }
}
