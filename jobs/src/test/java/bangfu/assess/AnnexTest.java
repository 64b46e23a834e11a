package bangfu.assess;

import static org.assertj.core.api.Assertions.assertThat;

import bangfu.engine.time.DaySet;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class AnnexTest {
  private static final String TOWN = "440403107";

  private static Annex annex(Rows rows) {
    Annex annex = new Annex(DaySet.day(LocalDate.of(2017, 6, 30)));
    annex.add(UnitAssembler.assemble(rows.all()));
    return annex;
  }

  @Test
  void aMemberWithTwoRowsInOneHouseholdCountsOnce() {
    Rows rows =
        new Rows()
            .household("A", "2017-03-10")
            .anna("A", null)
            .anna("A", "2016-01-01")
            .bo("A", null);

    assertThat(annex(rows).figures()).containsEntry(new Annex.Cell(2, TOWN), 2L);
  }

  @Test
  void anIllnessCountsWheneverItWasDiagnosedUntilItsRowIsEnded() {
    String[] illness = {
      "身份证号", Rows.ANNA, "病种编码", "C34", "类别", "大病", "确诊日期", "2018-01-01",
    };
    Rows stands = new Rows().household("A", "2017-03-10").anna("A", null);
    Rows ended = new Rows().household("A", "2017-03-10").anna("A", null);
    stands.addEnded(LocalDate.of(2017, 7, 1), "wj_illness", illness);
    ended.addEnded(LocalDate.of(2017, 6, 30), "wj_illness", illness);

    assertThat(annex(stands).figures()).containsEntry(new Annex.Cell(4, TOWN), 1L);
    assertThat(annex(ended).figures()).containsEntry(new Annex.Cell(4, TOWN), 0L);
  }
}
