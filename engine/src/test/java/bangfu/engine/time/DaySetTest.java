package bangfu.engine.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.BitSet;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class DaySetTest {
  /** The days of a model are 0 to this, and the days outside are in no set. */
  private static final int MODEL_DAYS = 40;

  @RepeatedTest(300)
  void theAlgebraIsThatOfSets(RepetitionInfo repetition) {
    Random random = new Random(repetition.getCurrentRepetition());
    BitSet one = randomDays(random);
    BitSet other = randomDays(random);
    BitSet both = (BitSet) one.clone();
    both.and(other);
    BitSet either = (BitSet) one.clone();
    either.or(other);
    BitSet difference = (BitSet) one.clone();
    difference.andNot(other);

    assertThat(set(one).and(set(other))).isEqualTo(set(both));
    assertThat(set(one).or(set(other))).isEqualTo(set(either));
    assertThat(set(one).minus(set(other))).isEqualTo(set(difference));
    assertThat(set(one).meets(set(other))).isEqualTo(!both.isEmpty());
    assertThat(set(one).isEmpty()).isEqualTo(one.isEmpty());
    for (int day = -1; day <= MODEL_DAYS; day++) {
      assertThat(set(one).contains(day)).as("day %d", day).isEqualTo(day >= 0 && one.get(day));
    }
  }

  @RepeatedTest(50)
  void theOrderOfJoiningDoesNotMatter(RepetitionInfo repetition) {
    Random random = new Random(repetition.getCurrentRepetition());
    DaySet a = set(randomDays(random));
    DaySet b = set(randomDays(random));
    DaySet c = set(randomDays(random));

    assertThat(a.or(b).or(c)).isEqualTo(c.or(a.or(b))).hasSameHashCodeAs(b.or(c).or(a));
    assertThat(a.and(b).and(c)).isEqualTo(c.and(b).and(a));
    assertThat(a.minus(b).or(a.and(b))).isEqualTo(a);
  }

  @Test
  void neighbouringIntervalsAreOne() {
    assertThat(DaySet.between(1, 3).or(DaySet.between(4, 6))).isEqualTo(DaySet.between(1, 6));
    assertThat(DaySet.between(1, 3).or(DaySet.between(5, 6))).isNotEqualTo(DaySet.between(1, 6));
  }

  @Test
  void bothEndsBelong() {
    DaySet march = DaySet.between(LocalDate.parse("2017-03-10"), LocalDate.parse("2017-03-31"));

    assertThat(march.contains(DaySet.day(LocalDate.parse("2017-03-09")))).isFalse();
    assertThat(march.contains(march.first())).isTrue();
    assertThat(LocalDate.ofEpochDay(march.first())).isEqualTo("2017-03-10");
    assertThat(LocalDate.ofEpochDay(march.last())).isEqualTo("2017-03-31");
    assertThat(march.contains(march.last() + 1)).isFalse();
  }

  @Test
  void anIntervalThatEndsBeforeItBeginsIsEmpty() {
    assertThat(DaySet.between(5, 4)).isSameAs(DaySet.NONE);
    assertThat(DaySet.between(5, 5)).isEqualTo(DaySet.of(5));
  }

  @Test
  void openEndsReachAsFarAsTheEngineKnows() {
    assertThat(DaySet.between((LocalDate) null, null)).isEqualTo(DaySet.ALL);
    assertThat(DaySet.from(8).or(DaySet.until(7))).isEqualTo(DaySet.ALL);
    assertThat(DaySet.ALL.minus(DaySet.from(8))).isEqualTo(DaySet.until(7));
    assertThat(DaySet.day(LocalDate.of(9999, 12, 31))).isEqualTo(DaySet.LATEST);
  }

  @Test
  void anEmptySetHasNoEnds() {
    assertThatThrownBy(DaySet.NONE::first).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(DaySet.NONE::last).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void readsWell() {
    DaySet days =
        DaySet.until(DaySet.day(LocalDate.of(2017, 3, 9)))
            .or(DaySet.from(DaySet.day(LocalDate.of(2018, 1, 1))));

    assertThat(days).hasToString("..2017-03-09, 2018-01-01..");
    assertThat(DaySet.NONE).hasToString("no day");
  }

  private static BitSet randomDays(Random random) {
    BitSet days = new BitSet();
    int intervals = random.nextInt(6);
    for (int i = 0; i < intervals; i++) {
      int from = random.nextInt(MODEL_DAYS);
      days.set(from, Math.min(MODEL_DAYS, from + 1 + random.nextInt(8)));
    }
    return days;
  }

  private static DaySet set(BitSet days) {
    DaySet set = DaySet.NONE;
    for (int day = days.nextSetBit(0); day >= 0; day = days.nextSetBit(day + 1)) {
      set = set.or(DaySet.of(day));
    }
    return set;
  }
}
