package bangfu.engine.fold;

import static org.assertj.core.api.Assertions.assertThat;

import bangfu.engine.claim.Context;
import bangfu.engine.claim.Parameters;
import bangfu.engine.fact.Standards;
import bangfu.engine.time.DaySet;
import bangfu.engine.time.Timeline;
import java.time.YearMonth;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** What holds for the fold whatever the facts are. */
class FoldPropertyTest {
  private static final YearMonth FIRST = YearMonth.of(2017, 1);
  private static final YearMonth LAST = YearMonth.of(2020, 2);

  @RepeatedTest(100)
  void whatAccruedByAMonthAccruedByTheNext(RepetitionInfo repetition) {
    RandomUnit unit = new RandomUnit(repetition.getCurrentRepetition(), 0);
    List<Accrual> before = List.of();
    for (YearMonth month = FIRST; !month.isAfter(LAST); month = month.plusMonths(1)) {
      List<Accrual> now = assess(unit, month).accruals();

      assertThat(now).as("by %s", month).containsAll(before);
      before = now;
    }
  }

  @RepeatedTest(100)
  void theOrderOfClaimsLimitsPersonsAndHouseholdsDoesNotMatter(RepetitionInfo repetition) {
    long seed = repetition.getCurrentRepetition();
    Assessment one = assess(new RandomUnit(seed, 1), LAST);
    for (int order = 2; order < 6; order++) {
      Assessment other = assess(new RandomUnit(seed, order), LAST);

      assertThat(Set.copyOf(other.accruals())).isEqualTo(Set.copyOf(one.accruals()));
      assertThat(Set.copyOf(other.pending())).isEqualTo(Set.copyOf(one.pending()));
      assertThat(other.accruals()).hasSameSizeAs(one.accruals()).doesNotHaveDuplicates();
      assertThat(refusals(new RandomUnit(seed, order)))
          .isEqualTo(refusals(new RandomUnit(seed, 1)));
    }
  }

  private static Set<Refusal> refusals(RandomUnit unit) {
    int first = DaySet.day(FIRST.atDay(1));
    return Set.copyOf(
        Fold.explained(unit.claims(), unit.limits(), context(LAST), first).refusals());
  }

  @RepeatedTest(50)
  void nothingIsBothDueAndPending(RepetitionInfo repetition) {
    Assessment assessment = assess(new RandomUnit(repetition.getCurrentRepetition(), 0), LAST);
    Set<Entitlement> due = new HashSet<>();
    assessment
        .accruals()
        .forEach(a -> due.add(new Entitlement(a.clause(), a.subject(), a.item(), a.period().id())));

    for (PendingItem item : assessment.pending()) {
      Entitlement pending =
          new Entitlement(item.clause(), item.subject(), item.item(), item.period().id());
      assertThat(due).doesNotContain(pending);
    }
  }

  /** Guards the properties above against units in which nothing happens. */
  @Test
  void randomUnitsBringSumsAndHolds() {
    int accruals = 0;
    int pending = 0;
    for (long seed = 1; seed <= 100; seed++) {
      Assessment assessment = assess(new RandomUnit(seed, 0), LAST);
      accruals += assessment.accruals().size();
      pending += assessment.pending().size();
    }

    assertThat(accruals).isGreaterThan(1000);
    assertThat(pending).isGreaterThan(100);
  }

  private static Assessment assess(RandomUnit unit, YearMonth month) {
    return Fold.of(unit.claims(), unit.limits(), context(month));
  }

  private static Context context(YearMonth month) {
    Standards standards = new Standards(Timeline.unknown(), Timeline.unknown());
    return new Context(new Parameters(Map.of()), standards, DaySet.day(month.atEndOfMonth()));
  }
}
