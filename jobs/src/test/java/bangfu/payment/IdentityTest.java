package bangfu.payment;

import static bangfu.ledger.Sums.accrual;
import static bangfu.ledger.Sums.rule;
import static bangfu.ledger.Sums.to;
import static bangfu.payment.MonthlyJob.account;
import static org.assertj.core.api.Assertions.assertThat;

import bangfu.database.OnEachDatabase;
import bangfu.database.TestServer;
import bangfu.engine.claim.PayeeKind;
import bangfu.engine.claim.PayerLevel;
import bangfu.engine.fold.Accrual;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Months in which facts, payer rules and accounts come and go at random. */
@OnEachDatabase
class IdentityTest {
  private static final List<String> CLAUSES = List.of("2.2.4-e", "2.2.5-e", "2.2.7-b");
  private static final List<PayerLevel> LEVELS =
      List.of(PayerLevel.CITY, PayerLevel.DISTRICT, PayerLevel.TOWN);
  private static final YearMonth START = YearMonth.of(2017, 3);

  private static final String RETURNED =
      "select detail_no from returned_row r where not exists (select 1 from bank_row_end e"
          + " where e.detail_no = r.detail_no) order by detail_no";
  private static final String PAID_TWICE =
      "select count(*) from (select b.line_no from bank_line b join newest_answer n"
          + " on n.detail_no = b.detail_no where n.outcome = 'SUCCESS'"
          + " group by b.line_no having count(*) > 1) twice";
  private static final String LIVE_TWICE =
      "select count(*) from (select b.line_no from bank_line b where not exists (select 1"
          + " from bank_row_end e where e.detail_no = b.detail_no)"
          + " group by b.line_no having count(*) > 1) twice";

  private static final String DECIDED = "select count(*) from recovery_event where line_no = ";

  private LocalDate day = START.atDay(1);

  @Parameter TestServer server;

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({"1, false", "2, false", "3, true", "4, true"})
  void ledgerIsBankAndSettlementAndHeldLessRecoveries(long seed, boolean approval) {
    Random random = new Random(seed);
    Map<String, Balance> balances = new HashMap<>();
    try (MonthlyJob job = new MonthlyJob(server, folder)) {
      job.preparer = new Actor(approval ? "王办" : "", "bangfu");
      for (int step = 0; step < 24; step++) {
        YearMonth month = START.plusMonths(step / 2);
        changeRegister(job, random);
        Accrual[] due = accruals(random, month);
        job.run(month.toString(), due);

        Balance balance = job.balance(month.toString());
        balances.put(month.toString(), balance);
        assertThat(balance.holds()).as("seed %d, step %d: %s", seed, step, balance).isTrue();
        assertThat(balance.ledgerFen())
            .isEqualTo(Arrays.stream(due).mapToLong(Accrual::amountFen).sum());
        assertThat(job.run(month.toString(), due)).isZero();
        if (random.nextInt(3) == 0) {
          job.approveAndSend(month.toString());
        }
        bank(job, random, month.toString());
        setOff(job, random);
        balances.put(month.toString(), job.balance(month.toString()));
        assertThat(balances.get(month.toString()).holds())
            .as("seed %d, step %d", seed, step)
            .isTrue();
      }
      assertThat(balances)
          .allSatisfy((month, then) -> assertThat(job.balance(month)).isEqualTo(then));
      assertThat(balances.values())
          .anyMatch(b -> b.recoveriesFen() > 0 && b.heldFen() > 0 && b.settlementFen() > 0)
          .anyMatch(b -> b.setOffFen() > 0);
      assertThat(MoneyChecks.of(job.database.dataSource(), null))
          .allMatch(check -> check.firstBreak() == null);
      assertThat(cancelledAndSent(job)).isZero();
      assertThat(number(job, PAID_TWICE)).isZero();
      assertThat(number(job, LIVE_TWICE)).isZero();
      assertThat(number(job, "select count(*) from bank_line where attempt > 0")).isPositive();
    }
  }

  /** The bank answers some of what was sent; some of what it gave back is paid anew or given up. */
  private void bank(MonthlyJob job, Random random, String month) {
    Bank bank = new Bank(job, folder);
    bank.answer(
        sent(job).stream()
            .filter(row -> random.nextInt(3) == 0)
            .map(row -> row.formatted(List.of("成功", "失败", "处理中").get(random.nextInt(3))))
            .toArray(String[]::new));
    Set<String> waiting = Set.copyOf(bank.waiting());
    for (String returned : texts(job, RETURNED).stream().filter(waiting::contains).toList()) {
      int remedy = random.nextInt(8);
      if (remedy == 0) {
        bank.writeOff(month, returned);
      } else if (remedy < 5) {
        bank.reissue(month, returned);
      }
    }
  }

  /** Some recoveries are decided, and some of them set off, with a limit or without. */
  private static void setOff(MonthlyJob job, Random random) {
    for (String open : texts(job, "select cast(line_no as varchar(20)) from recovery order by 1")) {
      long recovery = Long.parseLong(open);
      if (random.nextInt(3) > 0 && number(job, DECIDED + recovery) == 0) {
        job.claim(recovery);
        if (random.nextBoolean()) {
          job.setOff(recovery, random.nextBoolean() ? null : 5000L, null);
        }
      }
    }
  }

  /** A row of an answer for each payment; each day of an answer is later than the one before. */
  private List<String> sent(MonthlyJob job) {
    day = day.plusDays(1);
    return texts(
            job,
            "select detail_no || ',' || account || ',' || cast(amount_fen / 100 as varchar(20))"
                + " || '.' || case when mod(amount_fen, 100) < 10 then '0' else '' end"
                + " || cast(mod(amount_fen, 100) as varchar(2)) || ',%s,,' from sent_row order by detail_no")
        .stream()
        .map(row -> row + day + ",")
        .toList();
  }

  private static List<String> texts(MonthlyJob job, String query) {
    return JdbcClient.create(job.database.dataSource()).sql(query).query(String.class).list();
  }

  private static int number(MonthlyJob job, String query) {
    return JdbcClient.create(job.database.dataSource()).sql(query).query(Integer.class).single();
  }

  private static void changeRegister(MonthlyJob job, Random random) {
    String household = "H" + (1 + random.nextInt(5));
    if (random.nextBoolean()) {
      job.accounts.put(household, account("张三", "1234"));
    } else {
      job.accounts.remove(household);
    }
    job.rules =
        CLAUSES.stream()
            .filter(clause -> random.nextInt(4) > 0)
            .map(c -> rule(c, "2017-01-01", "F", LEVELS.get(random.nextInt(3))))
            .toList();
  }

  private static Accrual[] accruals(Random random, YearMonth month) {
    List<Accrual> due = new ArrayList<>();
    for (String clause : CLAUSES) {
      for (int person = 1; person <= 3; person++) {
        for (YearMonth of = START; !of.isAfter(month); of = of.plusMonths(1)) {
          if (random.nextInt(5) > 0) {
            due.add(anyAccrual(random, clause, "P" + person, of));
          }
        }
      }
    }
    return due.toArray(Accrual[]::new);
  }

  private static Accrual anyAccrual(Random random, String clause, String person, YearMonth of) {
    LocalDate day = of.atDay(10);
    String household = "H" + (random.nextInt(8) == 0 ? 5 : 1 + person.charAt(1) - '1');
    long fen = random.nextInt(4) == 0 ? 10000 : 12600;
    Accrual due = accrual(clause, household, person, "M" + of, day, fen);
    return clause.equals("2.2.4-e") ? to(PayeeKind.SCHOOL, "校1", due) : due;
  }

  /** Lines that were reversed before they were sent, and yet were sent. */
  private static int cancelledAndSent(MonthlyJob job) {
    return number(
        job,
        "select count(*) from bank_line s join reversal r on r.original_line_no = s.line_no"
            + " where s.posting_month > r.line_no / 10000000");
  }
}
