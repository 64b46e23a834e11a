package bangfu.batch;

import static org.assertj.core.api.Assertions.assertThat;

import bangfu.database.Database;
import bangfu.engine.fact.Source;
import bangfu.engine.fold.Explanation;
import bangfu.engine.fold.Explanation.Verdict;
import bangfu.intake.Tables;
import bangfu.ledger.LineKey;
import bangfu.ledger.PostedLine;
import bangfu.register.Register;
import bangfu.rules.Policy;
import bangfu.sample.SampleGenerator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every line of a month leads back to the rows that prove it, and every period has one answer. */
class ExplainingTest {
  private static final YearMonth MONTH = YearMonth.of(2017, 9);

  @TempDir static Path folder;
  private static final Policy POLICY = new Policy();
  private static Database database;
  private static final List<Explaining.Answer> ANSWERS = new ArrayList<>();

  @BeforeAll
  static void runAMonth() throws IOException {
    Path extracts = folder.resolve("extracts");
    new SampleGenerator(SampleGenerator.DEFAULT_SEED, 120).write(extracts);
    database = Database.open("jdbc:h2:file:" + folder.resolve("register"));
    Progress quiet = Progress.SILENT;
    new MonthlyJob(database, POLICY, quiet, Clock.systemUTC())
        .run(new MonthRequest(extracts, MONTH, folder.resolve("out"), 500, 1, "test"));
    Explaining explaining = new Explaining(database, POLICY);
    Register register = new Register(database.dataSource(), Tables.standard());
    Set<String> households = new TreeSet<>();
    register
        .units(register.newestDelivery())
        .forEach(0, 1, unit -> households.addAll(unit.households()));
    households.forEach(household -> ANSWERS.add(explaining.of(household, MONTH)));
  }

  @AfterAll
  static void close() {
    database.close();
  }

  @Test
  void everyLineIsExplainedAsGrantedWithAllItsEvidence() {
    long lines = 0;
    for (Explaining.Answer answer : ANSWERS) {
      for (PostedLine line : answer.lines()) {
        Explanation why = granted(answer, line.line().key());
        assertThat(why.day()).isEqualTo(line.line().accruedOn());
        assertThat(why.words()).isNotEmpty().allMatch(Explanation.Word::holds);
        assertThat(why.rows()).as(line.lineNo()).isNotEmpty();
        assertThat(why.rows().stream().map(Source::toString).collect(Collectors.joining(" ")))
            .isEqualTo(line.line().evidence());
        lines++;
      }
    }
    assertThat(lines).isGreaterThan(200);
  }

  @Test
  void everyAmountThatIsARateNamesItsSource() {
    assertThat(ANSWERS.stream().flatMap(answer -> answer.explanations().stream()))
        .filteredOn(why -> why.verdict() == Verdict.GRANTED && !why.parameters().isEmpty())
        .hasSizeGreaterThan(100)
        .allSatisfy(
            why ->
                assertThat(why.parameters())
                    .allSatisfy(
                        name ->
                            assertThat(POLICY.parameter(name, why.day()))
                                .hasValueSatisfying(v -> assertThat(v.source()).isNotBlank())));
  }

  @Test
  void aSumThatACapCutsSaysWhatWasDrawnBefore() {
    List<Explanation> cut =
        ANSWERS.stream()
            .flatMap(answer -> answer.explanations().stream())
            .filter(why -> why.cut() != null)
            .toList();
    assertThat(cut).extracting(Explanation::verdict).contains(Verdict.GRANTED, Verdict.REFUSED);
    assertThat(cut)
        .allSatisfy(
            why -> {
              long drawn = why.cut().drawn().stream().mapToLong(Explanation.Drawn::fen).sum();
              long left = why.cut().capFen() - drawn;
              assertThat(left).isLessThan(why.cut().wantedFen());
              assertThat(why.verdict() == Verdict.GRANTED ? why.mostFen() : 0L).isEqualTo(left);
            });
    assertThat(cut)
        .filteredOn(why -> why.verdict() == Verdict.GRANTED)
        .allMatch(why -> why.parameters().contains("farming-cap"));
  }

  @Test
  void noSumHasTwoAnswers() {
    for (Explaining.Answer answer : ANSWERS) {
      Map<List<String>, Verdict> verdicts = new HashMap<>();
      for (Explanation why : answer.explanations()) {
        List<String> key =
            List.of(why.clause(), why.household(), why.subject(), why.item(), why.period().id());
        assertThat(verdicts.put(key, why.verdict())).as(key.toString()).isNull();
      }
    }
  }

  @Test
  void everyProofIsALineOfADeliveredFileThatNamesItsSubject() throws IOException {
    Map<String, List<String>> files = new HashMap<>();
    long checked = 0;
    for (Explaining.Answer answer : ANSWERS) {
      for (Explanation why : answer.explanations()) {
        for (Explanation.Word word : why.words()) {
          for (Source row : word.proof()) {
            Path file = folder.resolve("extracts").resolve(row.table() + ".csv");
            if (Files.exists(file)) {
              files.computeIfAbsent(row.table(), table -> lines(file));
              String line = files.get(row.table()).get(row.line() - 1);
              assertThat(named(answer, line)).as(row + " for " + why.subject()).isTrue();
              checked++;
            }
          }
        }
      }
    }
    assertThat(checked).isGreaterThan(1_000);
  }

  @Test
  void aHouseholdThatNobodyIntroducedIsUnknown() {
    assertThat(new Explaining(database, POLICY).of("NOBODY", MONTH)).isNull();
  }

  private static boolean named(Explaining.Answer answer, String line) {
    return answer.households().stream().anyMatch(line::contains)
        || answer.unit().persons().stream().anyMatch(person -> line.contains(person.id()));
  }

  /** Numbers and ids are ASCII in every encoding. */
  private static List<String> lines(Path file) {
    try {
      return List.of(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).split("\n"));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static Explanation granted(Explaining.Answer answer, LineKey key) {
    List<Explanation> found =
        answer.explanations().stream()
            .filter(why -> why.verdict() == Verdict.GRANTED)
            .filter(why -> why.clause().equals(key.clause()))
            .filter(why -> why.subject().equals(key.subject()))
            .filter(why -> why.period().id().equals(key.period()))
            .filter(why -> why.household().equals(key.household()))
            .toList();
    assertThat(found).as(key.toString()).hasSize(1);
    return found.get(0);
  }
}
