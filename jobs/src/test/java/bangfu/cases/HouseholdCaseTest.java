package bangfu.cases;

import static org.assertj.core.api.Assertions.assertThat;

import bangfu.batch.ImportJob;
import bangfu.batch.Progress;
import bangfu.database.Database;
import bangfu.intake.Table;
import bangfu.intake.Tables;
import bangfu.register.Instructions;
import bangfu.register.Register;
import bangfu.register.StoredRow;
import bangfu.rules.Policy;
import bangfu.sample.SampleGenerator;
import bangfu.sample.defect.DefectOverlay;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Households of a delivery with all kinds of defects as cases: each passes, comes to what it comes
 * to in the register, and names nobody.
 */
class HouseholdCaseTest {
  private static final LocalDate AS_OF = LocalDate.of(2018, 12, 31);
  private static final Policy POLICY = new Policy();

  @TempDir static Path folder;
  private static final Map<String, HouseholdCase.Written> CASES = new TreeMap<>();
  private static final Map<String, Set<String>> IDS = new TreeMap<>();
  private static final Set<String> NAMES = new TreeSet<>();

  @BeforeAll
  static void writeEveryHousehold() throws IOException {
    Path extracts = folder.resolve("extracts");
    new SampleGenerator(SampleGenerator.DEFAULT_SEED, DefectOverlay.MIN_HOUSEHOLDS).write(extracts);
    DefectOverlay.plant(extracts, SampleGenerator.DEFAULT_SEED);
    try (Database database = Database.open("jdbc:h2:file:" + folder.resolve("register"))) {
      new ImportJob(database, Progress.SILENT, Clock.systemUTC())
          .run(extracts, AS_OF, Instructions.NONE, folder.resolve("out"));
      Register register = new Register(database.dataSource(), Tables.standard());
      List<String> households = new ArrayList<>();
      register.forEachStored(
          Tables.standard().table("nb_household"), 1, row -> households.add(row.value("户编号")));
      for (Table table : Tables.standard().all()) {
        register.forEachStored(table, 1, HouseholdCaseTest::rememberNames);
      }
      for (String household : households.subList(0, 120)) {
        CASES.put(household, HouseholdCase.of(database, POLICY, household, AS_OF));
      }
    }
  }

  private static void rememberNames(StoredRow row) {
    if (row.row().table().name().equals("nb_member")) {
      IDS.computeIfAbsent(row.value("户编号"), household -> new TreeSet<>()).add(row.value("身份证号"));
    }
    for (String column : List.of("姓名", "账号", "学校标识码", "学校名称", "机构名称", "凭证号", "审批号")) {
      boolean has = row.row().table().columns().stream().anyMatch(c -> c.name().equals(column));
      if (has && row.value(column) != null) {
        NAMES.add('"' + row.value(column) + '"');
      }
    }
  }

  @Test
  void eachPassesAndComesToWhatItComesToInTheRegister() {
    CaseRunner runner = new CaseRunner(POLICY);
    int paying = 0;
    for (Map.Entry<String, HouseholdCase.Written> written : CASES.entrySet()) {
      PolicyCase policyCase = CaseFiles.read("case", written.getValue().yaml()).get(0);

      assertThat(runner.differences(policyCase)).as(written.getKey()).isEmpty();
      assertThat(written.getValue().same()).as(written.getKey()).isTrue();
      paying += policyCase.expect().nodes("entitlements").isEmpty() ? 0 : 1;
    }
    assertThat(paying).isGreaterThan(60);
  }

  @Test
  void noneNamesAnybody() {
    assertThat(NAMES).hasSizeGreaterThan(200);
    for (Map.Entry<String, HouseholdCase.Written> written : CASES.entrySet()) {
      String yaml = written.getValue().yaml();
      assertThat(yaml).doesNotContain(written.getKey());
      assertThat(IDS.get(written.getKey())).noneMatch(yaml::contains);
      assertThat(NAMES.stream().filter(yaml::contains)).isEmpty();
    }
  }

  @Test
  void aCaseThatIsChangedFails() {
    HouseholdCase.Written written =
        CASES.values().stream()
            .filter(one -> one.yaml().contains("amount: 1000.00, lines"))
            .findFirst()
            .orElseThrow();
    String changed = written.yaml().replace("amount: 1000.00, lines", "amount: 1000.01, lines");

    PolicyCase policyCase = CaseFiles.read("case", changed).get(0);
    CaseRunner runner = new CaseRunner(POLICY);

    assertThat(runner.found(policyCase))
        .isNotEmpty()
        .allSatisfy(
            difference -> {
              assertThat(difference.text()).contains("expected 1000.01, but was 1000.00");
              assertThat(runner.why(policyCase, difference))
                  .isNotEmpty()
                  .allMatch(why -> why.clause().equals(difference.clause()));
            });
  }
}
