package bangfu.explain;

import static org.assertj.core.api.Assertions.assertThat;

import bangfu.assess.UnitAssembler;
import bangfu.batch.MonthRequest;
import bangfu.batch.MonthlyJob;
import bangfu.batch.Progress;
import bangfu.database.Database;
import bangfu.engine.fact.Unit;
import bangfu.engine.fold.Explanation.Verdict;
import bangfu.engine.time.Cadence;
import bangfu.engine.time.DaySet;
import bangfu.engine.time.Period;
import bangfu.intake.Tables;
import bangfu.ledger.PostedLine;
import bangfu.ledger.PostedLines;
import bangfu.register.Register;
import bangfu.rules.Clause;
import bangfu.rules.ClauseWords;
import bangfu.rules.Policy;
import bangfu.sample.SampleGenerator;
import bangfu.sample.defect.DefectOverlay;
import bangfu.table.Yuan;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every subject, clause and period of a delivery with all kinds of defects has exactly one answer,
 * and what is due is what the ledger holds.
 */
class AnswersTest {
  private static final YearMonth MONTH = YearMonth.of(2018, 2);
  private static final Policy POLICY = new Policy();
  private static final int FIRST = DaySet.day(POLICY.firstDay());
  private static final int AS_OF = DaySet.day(MONTH.atEndOfMonth());

  private static final Map<String, Cadence> CADENCES = new TreeMap<>();

  static {
    CADENCES.put("2.2.5-e", Cadence.MONTH);
    List.of("2.2.3-a", "2.2.5-f", "2.2.5-g", "2.2.7-b", "2.2.7-c")
        .forEach(clause -> CADENCES.put(clause, Cadence.YEAR));
    List.of("a", "b", "c", "d", "e", "f", "g", "h", "i", "j")
        .forEach(letter -> CADENCES.put("2.2.4-" + letter, Cadence.SCHOOL_YEAR));
    CADENCES.put("2.2.3-c", Cadence.YEAR);
  }

  @TempDir static Path folder;
  private static Database database;
  private static AnswerTotals totals;
  private static final List<String> LINES = new ArrayList<>();
  private static final Map<List<String>, List<Answer>> BY_SUBJECT_AND_CLAUSE = new HashMap<>();
  private static final List<Unit> UNITS = new ArrayList<>();
  private static final List<PostedLine> LEDGER = new ArrayList<>();

  @BeforeAll
  static void runAMonthAndAskEverything() throws IOException {
    Path extracts = folder.resolve("extracts");
    new SampleGenerator(SampleGenerator.DEFAULT_SEED, DefectOverlay.MIN_HOUSEHOLDS).write(extracts);
    DefectOverlay.plant(extracts, SampleGenerator.DEFAULT_SEED);
    database = Database.open("jdbc:h2:file:" + folder.resolve("register"));
    new MonthlyJob(database, POLICY, Progress.SILENT, Clock.systemUTC())
        .run(new MonthRequest(extracts, MONTH, folder.resolve("out"), 500, 1, "test"));

    ConcurrentLinkedQueue<Answer> answers = new ConcurrentLinkedQueue<>();
    totals = ask(answers, LINES);
    answers.forEach(
        answer ->
            BY_SUBJECT_AND_CLAUSE
                .computeIfAbsent(List.of(answer.subject(), answer.clause()), k -> new ArrayList<>())
                .add(answer));
    Register register = new Register(database.dataSource(), Tables.standard());
    register
        .units(register.newestDelivery())
        .forEach(
            0,
            1,
            rows -> {
              UNITS.add(UnitAssembler.assemble(rows.rows()));
              new PostedLines(database.dataSource())
                  .of(rows.households(), MONTH)
                  .values()
                  .forEach(LEDGER::addAll);
            });
  }

  private static AnswerTotals ask(ConcurrentLinkedQueue<Answer> answers, List<String> lines) {
    return new Answers(database, POLICY, MONTH, null, units -> {})
        .run(
            answer -> {
              answers.add(answer);
              return answer.toString();
            },
            lines::add);
  }

  @AfterAll
  static void close() {
    database.close();
  }

  @Test
  void everySubjectHasAnAnswerToEveryClauseThatDecides() {
    Set<List<String>> expected = new HashSet<>();
    for (Clause clause : Answers.decidingClauses(POLICY)) {
      if (clause.words().subject() != null) {
        subjects().forEach(subject -> expected.add(List.of(subject, clause.id())));
      }
    }
    assertThat(BY_SUBJECT_AND_CLAUSE.keySet()).isEqualTo(expected);
    assertThat(totals.households() + totals.persons()).isEqualTo(subjects().size());
  }

  @Test
  void onEachDayOfThePlanExactlyOneAnswerHolds() {
    long looked = 0;
    List<String> wrong = new ArrayList<>();
    for (Map.Entry<List<String>, List<Answer>> entry : BY_SUBJECT_AND_CLAUSE.entrySet()) {
      List<Answer> answers = entry.getValue();
      Cadence cadence = CADENCES.get(entry.getKey().get(1));
      if (answers.get(0).firstPeriod().isEmpty()) {
        assertThat(answers).as(entry.getKey().toString()).hasSize(1);
      } else if (cadence == null) {
        assertThat(answers.stream().map(a -> a.item() + ' ' + a.firstPeriod()))
            .as(entry.getKey().toString())
            .doesNotHaveDuplicates();
      } else {
        assertThat(periods(answers, cadence))
            .as(entry.getKey().toString())
            .containsExactlyElementsOf(
                cadence.touching(DaySet.between(FIRST, AS_OF)).stream().map(Period::id).toList());
        int[] covering = new int[AS_OF + 1];
        for (Answer answer : answers) {
          for (int day = answer.from(); day <= answer.to(); day++) {
            covering[day] += cadence.containing(day) == null ? 0 : 1;
          }
        }
        for (int day = FIRST; day <= AS_OF; day++) {
          if (covering[day] != (cadence.containing(day) == null ? 0 : 1)) {
            wrong.add(entry.getKey() + " " + LocalDate.ofEpochDay(day) + " " + covering[day]);
          }
        }
        looked++;
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(looked).isGreaterThan(5_000);
  }

  /** The periods that the rows stand for, one by one. */
  private static List<String> periods(List<Answer> answers, Cadence cadence) {
    List<String> ids = new ArrayList<>();
    for (Answer answer : answers) {
      Period first = cadence.named(answer.firstPeriod());
      Period last = cadence.named(answer.lastPeriod());
      List<Period> run = cadence.touching(DaySet.between(first.firstDay(), last.lastDay()));
      assertThat(run).as(answer.toString()).hasSize(answer.periods());
      run.forEach(period -> ids.add(period.id()));
    }
    return ids;
  }

  @Test
  void everyDocumentHasOneAnswer() {
    for (Unit unit : UNITS) {
      unit.households()
          .forEach(
              household -> {
                documents(
                    "2.2.2-a",
                    household.number(),
                    household.farmClaims().stream()
                        .filter(c -> !c.spentOn().isAfter(MONTH.atEndOfMonth()))
                        .toList(),
                    c -> c.voucher());
                documents("2.2.6-b", household.number(), household.housingRows(), r -> r.batch());
                documents("2.3.3-b", household.number(), household.shocks(), s -> s.number());
              });
      unit.persons()
          .forEach(
              person ->
                  documents(
                      "2.2.3-b",
                      person.id(),
                      person.rehabilitationItems().stream()
                          .filter(i -> !i.servedOn().isAfter(MONTH.atEndOfMonth()))
                          .toList(),
                      i -> i.approval()));
    }
  }

  private static <T> void documents(
      String clause, String subject, List<T> facts, Function<T, String> number) {
    List<String> items =
        BY_SUBJECT_AND_CLAUSE.get(List.of(subject, clause)).stream().map(Answer::item).toList();
    if (facts.isEmpty()) {
      assertThat(items).containsExactly("");
    } else {
      assertThat(items)
          .as("%s of %s", clause, subject)
          .containsExactlyInAnyOrderElementsOf(facts.stream().map(number).toList());
    }
  }

  @Test
  void whatIsDueIsWhatTheLedgerHoldsToTheFen() {
    Map<List<String>, Long> ledger = new HashMap<>();
    for (PostedLine line : LEDGER) {
      ledger.merge(
          List.of(line.line().key().subject(), line.line().key().clause()),
          line.line().amountFen(),
          Long::sum);
    }
    Map<List<String>, Long> due = new HashMap<>();
    BY_SUBJECT_AND_CLAUSE.forEach(
        (key, answers) -> {
          long fen = answers.stream().filter(Answer::isGranted).mapToLong(Answer::mostFen).sum();
          if (fen != 0) {
            due.put(key, fen);
          }
          for (Answer answer : answers) {
            assertThat(answer.postedFen())
                .as(answer.toString())
                .isEqualTo(answer.isGranted() ? answer.mostFen() : 0);
          }
        });
    assertThat(due).isNotEmpty().isEqualTo(ledger);
    assertThat(totals.dueFen()).isEqualTo(totals.postedFen());
    assertThat(totals.unansweredFen()).isZero();
  }

  @Test
  void everyPendingRowOfTheMonthIsAPendingAnswerWithTheSameBounds() throws IOException {
    Set<List<String>> answers =
        BY_SUBJECT_AND_CLAUSE.values().stream()
            .flatMap(List::stream)
            .filter(answer -> answer.verdict() == Verdict.PENDING)
            .map(
                a ->
                    List.of(
                        a.subject(),
                        a.clause(),
                        a.firstPeriod(),
                        a.code(),
                        yuan(a.leastFen()),
                        yuan(a.mostFen())))
            .collect(Collectors.toSet());
    List<String> pending = Files.readAllLines(folder.resolve("out/2018-02/pending.csv"));
    assertThat(pending).hasSizeGreaterThan(50);
    List<String> missing = new ArrayList<>();
    for (String line : pending.subList(1, pending.size())) {
      String[] cells = line.split(",", -1);
      boolean everybody = cells[4].equals(Answer.TABLE_MISSING);
      if (!everybody
          && !answers.contains(
              List.of(cells[1], cells[2], cells[3], cells[4], cells[7], cells[8]))) {
        missing.add(line);
      }
    }
    assertThat(missing).isEmpty();
  }

  private static String yuan(Long fen) {
    return fen == null ? "" : Yuan.format(fen);
  }

  @Test
  void everyKindOfAnswerOccursAndSaysWhy() {
    Map<Verdict, List<Answer>> byVerdict =
        BY_SUBJECT_AND_CLAUSE.values().stream()
            .flatMap(List::stream)
            .collect(Collectors.groupingBy(Answer::verdict));
    assertThat(byVerdict.keySet()).containsExactlyInAnyOrder(Verdict.values());
    assertThat(byVerdict.get(Verdict.REFUSED)).allMatch(answer -> !answer.code().isEmpty());
    assertThat(byVerdict.get(Verdict.PENDING))
        .filteredOn(answer -> !answer.code().equals(Answer.TABLE_MISSING))
        .allSatisfy(a -> assertThat(POLICY.department(a.code(), a.clause())).isNotBlank());
    assertThat(byVerdict.get(Verdict.GRANTED)).allMatch(answer -> answer.accruedOn() != null);
    assertThat(byVerdict.get(Verdict.NOT_CONCERNED))
        .allSatisfy(
            answer ->
                assertThat(
                        answer.word() != null
                            || !answer.code().isEmpty()
                            || !POLICY.clauses().get(answer.clause()).words().concerned().isEmpty())
                    .isTrue());
  }

  @Test
  void theOrderIsThatOfHouseholdsAndTheSameEachTime() {
    List<String> again = new ArrayList<>();
    ask(new ConcurrentLinkedQueue<>(), again);
    assertThat(again.toString().getBytes(StandardCharsets.UTF_8))
        .isEqualTo(LINES.toString().getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void aClauseDecidesAboutTheSubjectsThatTheRegisterOfClausesNames() {
    Set<String> persons = new HashSet<>();
    UNITS.forEach(unit -> unit.persons().forEach(person -> persons.add(person.id())));
    BY_SUBJECT_AND_CLAUSE.values().stream()
        .flatMap(List::stream)
        .filter(answer -> !answer.firstPeriod().isEmpty() || answer.word() != null)
        .forEach(
            answer ->
                assertThat(POLICY.clauses().get(answer.clause()).words().subject())
                    .as(answer.clause())
                    .isEqualTo(
                        persons.contains(answer.subject())
                            ? ClauseWords.Subject.PERSON
                            : ClauseWords.Subject.HOUSEHOLD));
  }

  private static Set<String> subjects() {
    Set<String> subjects = new HashSet<>();
    for (Unit unit : UNITS) {
      unit.households().forEach(household -> subjects.add(household.number()));
      unit.persons().forEach(person -> subjects.add(person.id()));
    }
    return subjects;
  }
}
