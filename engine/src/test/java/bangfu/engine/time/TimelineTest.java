package bangfu.engine.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class TimelineTest {
  private static final int DAYS = 30;

  @Test
  void whereTwoOverlapTheLaterBeginCounts() {
    Timeline<String> timeline =
        Timeline.of(
            List.of(
                new Timeline.Segment<>(5, 8, "later"), new Timeline.Segment<>(1, 20, "earlier")));

    assertThat(timeline.at(4)).isEqualTo("earlier");
    assertThat(timeline.at(5)).isEqualTo("later");
    assertThat(timeline.at(8)).isEqualTo("later");
    assertThat(timeline.at(9)).isEqualTo("earlier");
    assertThat(timeline.at(21)).isNull();
    assertThat(timeline.daysWhere("earlier"::equals))
        .isEqualTo(DaySet.between(1, 4).or(DaySet.between(9, 20)));
  }

  @Test
  void unknownHasNoValueAndAlwaysHasOne() {
    assertThat(Timeline.unknown().at(0)).isNull();
    assertThat(Timeline.unknown().daysWhere(value -> true)).isEqualTo(DaySet.NONE);
    assertThat(Timeline.always(7).daysWhere(value -> value == 7)).isEqualTo(DaySet.ALL);
    assertThat(Timeline.always(7).map(value -> value + 1).at(0)).isEqualTo(8);
  }

  @RepeatedTest(100)
  void daysAgreeWithTheValueOfEachDay(RepetitionInfo repetition) {
    Random random = new Random(repetition.getCurrentRepetition());
    List<Timeline.Segment<Integer>> segments = new ArrayList<>();
    for (int from = 0; from < DAYS; from += 1 + random.nextInt(6)) {
      segments.add(new Timeline.Segment<>(from, from + random.nextInt(12), random.nextInt(3)));
    }
    Timeline<Integer> timeline = Timeline.of(segments);

    DaySet ones = timeline.daysWhere(value -> value == 1);
    for (int day = -1; day < DAYS + 12; day++) {
      assertThat(ones.contains(day))
          .as("day %d", day)
          .isEqualTo(Integer.valueOf(1).equals(timeline.at(day)));
    }
  }
}
