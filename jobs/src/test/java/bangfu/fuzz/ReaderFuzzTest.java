package bangfu.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import bangfu.fuzz.FuzzInput.Form;
import bangfu.fuzz.FuzzRun.Progress;
import java.nio.file.Path;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Some seconds of fuzzing in every build, ten minutes with {@code -Pslow}. */
class ReaderFuzzTest {
  private static final int SECONDS_TO_FIND_THE_PLANTED_BUG = 120;

  @TempDir Path folder;

  @Test
  void noInputBreaksAReader() throws Exception {
    FuzzRun run =
        FuzzRun.of(
            ReaderFuzz.class,
            Integer.getInteger("fuzz.seconds", 10),
            folder,
            EnumSet.allOf(Form.class));

    assertThat(run.exitCode()).as(run.log()).isZero();
    run.progress().forEach(System.out::println);
    Progress seeds = run.progress().get(0);
    Progress end = run.progress().get(1);
    assertThat(end.executions()).isGreaterThan(seeds.executions());
    assertThat(end.branches()).isGreaterThan(seeds.branches());
  }

  @Test
  void aPlantedBugIsFound() throws Exception {
    FuzzRun run =
        FuzzRun.of(
            PlantedBugFuzz.class, SECONDS_TO_FIND_THE_PLANTED_BUG, folder, EnumSet.of(Form.CSV));

    assertThat(run.exitCode()).as(run.log()).isEqualTo(77);
    assertThat(run.log()).contains("AssertionError: accepted rows: expected");
  }
}
