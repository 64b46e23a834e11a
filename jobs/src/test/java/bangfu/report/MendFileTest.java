package bangfu.report;

import static org.assertj.core.api.Assertions.assertThat;

import bangfu.intake.DeliveredFile;
import bangfu.intake.FileReport;
import bangfu.intake.RejectedRow;
import bangfu.intake.Row;
import bangfu.intake.RowSink;
import bangfu.intake.TableReader;
import bangfu.intake.Tables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A mended row is what it would have been without the fault, guarded cells and all. */
class MendFileTest {
  private static final String HEADER = "户编号,身份证号,姓名,性别,出生日期,与户主关系,户籍\n";

  @TempDir Path folder;

  private final List<Row> accepted = new ArrayList<>();
  private final List<RejectedRow> rejected = new ArrayList<>();

  private final RowSink sink =
      new RowSink() {
        @Override
        public void accepted(Row row) {
          accepted.add(row);
        }

        @Override
        public void rejected(RejectedRow row) {
          rejected.add(row);
        }

        @Override
        public void withdrawn(Row row) {
          accepted.remove(row);
        }
      };

  private FileReport read(DeliveredFile file) throws IOException {
    return new TableReader().read(file, sink);
  }

  private DeliveredFile members(Path file) {
    return new DeliveredFile(Tables.standard().table("nb_member"), file);
  }

  @Test
  void tabsBeforeAnIdAndGuardedTextsComeBackAsTheyWere() throws IOException {
    Path file = folder.resolve("nb_member.csv");
    Files.writeString(file, HEADER + "H1,\t440499198001010027,'=安,女,1980-02-30,户主,本区\n");
    FileReport report = read(members(file));
    Path mend = MendFile.write(members(file), report.encoding(), rejected, folder).path();
    Files.writeString(mend, Files.readString(mend).replace("1980-02-30", "1980-02-29"));

    read(members(mend));

    assertThat(rejected).hasSize(1);
    assertThat(accepted).hasSize(1);
    assertThat(accepted.get(0).value("身份证号")).isEqualTo("440499198001010027");
    assertThat(accepted.get(0).value("姓名")).isEqualTo("=安");
  }
}
