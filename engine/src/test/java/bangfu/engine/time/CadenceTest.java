package bangfu.engine.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CadenceTest {
  @ParameterizedTest
  @CsvSource({
    "MONTH, 2017-02-28, M2017-02",
    "MONTH, 2017-03-01, M2017-03",
    "MONTH, 2020-02-29, M2020-02",
    "YEAR, 2017-12-31, Y2017",
    "YEAR, 2018-01-01, Y2018",
    "SCHOOL_YEAR, 2017-09-29, ",
    "SCHOOL_YEAR, 2017-09-30, AY2017",
    "SCHOOL_YEAR, 2018-08-31, AY2017",
    "SCHOOL_YEAR, 2018-09-01, ",
    "SCHOOL_YEAR, 2018-09-30, AY2018"
  })
  void borders(Cadence cadence, LocalDate date, String expected) {
    Period period = cadence.containing(DaySet.day(date));

    assertThat(period == null ? null : period.id()).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "MONTH, 2017-03-31, 2017-05-01, 'M2017-03,M2017-04,M2017-05'",
    "YEAR, 2017-12-31, 2018-01-01, 'Y2017,Y2018'",
    "SCHOOL_YEAR, 2017-09-01, 2017-09-29, ''",
    "SCHOOL_YEAR, 2018-08-31, 2018-09-30, 'AY2017,AY2018'"
  })
  void touchesEveryPeriodWithADay(Cadence cadence, LocalDate from, LocalDate to, String expected) {
    String ids =
        String.join(
            ",", cadence.touching(DaySet.between(from, to)).stream().map(Period::id).toList());

    assertThat(ids).isEqualTo(expected);
  }

  @Test
  void aPeriodInAGapIsNotTouched() {
    DaySet days =
        DaySet.between(LocalDate.of(2017, 3, 1), LocalDate.of(2017, 3, 31))
            .or(DaySet.between(LocalDate.of(2017, 5, 1), LocalDate.of(2017, 5, 1)));

    assertThat(Cadence.MONTH.touching(days))
        .extracting(Period::id)
        .containsExactly("M2017-03", "M2017-05");
    assertThat(Cadence.MONTH.touching(DaySet.NONE)).isEmpty();
  }

  @Test
  void periodsAreFoundByName() {
    Period year = Cadence.SCHOOL_YEAR.named("AY2018");

    assertThat(LocalDate.ofEpochDay(year.firstDay())).isEqualTo("2018-09-30");
    assertThat(LocalDate.ofEpochDay(year.lastDay())).isEqualTo("2019-08-31");
    assertThat(Cadence.SCHOOL_YEAR.named("Y2018")).isNull();
  }
}
