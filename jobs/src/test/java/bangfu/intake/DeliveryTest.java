package bangfu.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeliveryTest {
  @TempDir Path folder;

  private Path write(String name, String content) throws IOException {
    return Files.write(folder.resolve(name), content.getBytes(UTF_8));
  }

  @Test
  void findsTheFilesOfTheTablesAndReportsTheRest() throws IOException {
    write("zx_death.csv", "");
    write("nb_household.xlsx", "");
    write("readme.txt", "");
    write("nb_member.xls", "");
    Files.createDirectory(folder.resolve("zx_check.csv"));

    Delivery delivery = Delivery.scan(folder, Tables.standard());

    assertThat(delivery.files())
        .extracting(DeliveredFile::fileName)
        .containsExactly("nb_household.xlsx", "zx_death.csv");
    assertThat(delivery.missing()).hasSize(28).extracting(Table::name).contains("nb_member");
    assertThat(delivery.unknown()).containsExactly("nb_member.xls", "readme.txt", "zx_check.csv");
  }

  @Test
  void aTableInBothFormsIsRefusedInBoth() throws IOException {
    write("zx_death.csv", "身份证号,死亡日期\n440499195001010011,2017-03-01\n");
    write("zx_death.xlsx", "anything");
    DeliveredFile both = Delivery.scan(folder, Tables.standard()).files().get(0);
    Taken taken = new Taken();

    FileReport report = new TableReader().read(both, taken);

    assertThat(report.refused()).isTrue();
    assertThat(report.refusal()).contains("zx_death.csv+zx_death.xlsx");
    assertThat(report.fileName()).isEqualTo("zx_death.csv+zx_death.xlsx");
    assertThat(taken.accepted).isEmpty();
  }

  @Test
  void aFolderThatIsNotThereIsAnError() {
    assertThatThrownBy(() -> Delivery.scan(folder.resolve("none"), Tables.standard()))
        .isInstanceOf(NoSuchFileException.class);
  }

  @Test
  void theFingerprintIsTheSha256OfTheBytes() throws IOException {
    Path file = write("abc.csv", "abc");

    assertThat(Fingerprint.of(List.of(file)))
        .isEqualTo(
            new Fingerprint("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", 3));
  }
}
