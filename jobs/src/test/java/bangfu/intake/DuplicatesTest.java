package bangfu.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Check Q08: rows of one file with one key. */
class DuplicatesTest {
  @TempDir Path folder;

  private Taken read(String csv) throws IOException {
    return Taken.from(Files.write(folder.resolve("zx_death.csv"), csv.getBytes(UTF_8)), "zx_death");
  }

  @Test
  void ofRowsWithEqualContentTheFirstStands() throws IOException {
    Taken taken =
        read(
            """
            身份证号,死亡日期
            44049919500101001X,2017-03-01
            44049919500101001x,2017/3/1
            440499195001010038,2017-03-02
            """);

    assertThat(taken.rows())
        .containsExactly("44049919500101001X|2017-03-01", "440499195001010038|2017-03-02");
    assertThat(taken.faults()).containsExactly("3 身份证号 DUPLICATE_KEY");
    assertThat(taken.rejected.get(3).raw())
        .asString(UTF_8)
        .isEqualTo("44049919500101001x,2017/3/1");
    assertThat(taken.rejected.get(3).faults().get(0).message()).contains("第 2 行");
    assertThat(taken.withdrawn).isEmpty();
  }

  @Test
  void ofRowsWithDifferentContentNoneStands() throws IOException {
    Taken taken =
        read(
            """
            身份证号,死亡日期
            440499195001010011,2017-03-01
            440499195001010038,2017-03-02
            440499195001010011,2017-03-05
            440499195001010011,2017-03-01
            """);

    assertThat(taken.rows()).containsExactly("440499195001010038|2017-03-02");
    assertThat(taken.faults())
        .containsExactly("2 身份证号 DUPLICATE_KEY", "4 身份证号 DUPLICATE_KEY", "5 身份证号 DUPLICATE_KEY");
    assertThat(taken.withdrawn).containsExactly(2);
    assertThat(taken.report().acceptedRows()).isEqualTo(1);
    assertThat(taken.report().rejectedRows()).isEqualTo(3);
  }

  @Test
  void aRowRejectedForAnotherReasonNeitherClaimsNorContradictsAKey() throws IOException {
    Taken taken =
        read(
            """
            身份证号,死亡日期
            440499195001010011,2017-02-30
            440499195001010011,2017-03-01
            440499195001010011,
            """);

    assertThat(taken.rows()).containsExactly("440499195001010011|2017-03-01");
    assertThat(taken.faults()).containsExactly("2 死亡日期 DATE", "4 死亡日期 REQUIRED");
  }

  @Test
  void anEmptyJoiningDayIsAValueOfTheKey() throws IOException {
    String row = "H1,440499195001010011,张一,男,1950-01-01,户主,本区,,%s,,\n";
    String csv =
        "户编号,身份证号,姓名,性别,出生日期,与户主关系,户籍,户口性质,加入日期,离户日期,户籍迁出日期\n"
            + row.formatted("")
            + row.formatted("2017-01-01")
            + row.formatted("");

    Taken taken =
        Taken.from(Files.write(folder.resolve("nb_member.csv"), csv.getBytes(UTF_8)), "nb_member");

    assertThat(taken.accepted).containsOnlyKeys(2, 3);
    assertThat(taken.faults()).containsExactly("4 户编号、身份证号、加入日期 DUPLICATE_KEY");
  }

  @Test
  void manyKeysAreToldApart() {
    Table death = Tables.standard().table("zx_death");
    KeyIndex index = new KeyIndex();
    for (int line = 1; line <= 50_000; line++) {
      Row row = new Row(death, line, "%018d".formatted(line), "2017-03-01");
      assertThat(index.firstLine(row)).isEqualTo(line);
    }

    Row again = new Row(death, 60_000, "%018d".formatted(777), "2017-03-02");

    assertThat(index.firstLine(again)).isEqualTo(777);
    assertThat(index.sameContent()).isFalse();
  }
}
