package bangfu.assess;

import bangfu.engine.fact.Standards;
import bangfu.engine.time.Timeline;
import bangfu.register.StoredRow;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/** The standards that departments deliver: 低保标准 and the lowest pension contribution. */
public final class StandardsAssembler {
  private StandardsAssembler() {}

  /**
   * The standards over time.
   *
   * @param dibao rows of mz_standard; where they overlap, the latest 起始月 that covers the month
   *     counts
   * @param contributions rows of rs_min_contribution; each counts until the next
   */
  public static Standards of(List<StoredRow> dibao, List<StoredRow> contributions) {
    return new Standards(timeline(dibao, "标准"), timeline(contributions, "金额"));
  }

  private static Timeline<Long> timeline(List<StoredRow> rows, String column) {
    List<Timeline.Segment<Long>> segments = new ArrayList<>();
    for (StoredRow row : rows) {
      Cells cells = new Cells(row);
      boolean ends = row.row().table().columns().stream().anyMatch(c -> c.name().equals("截止月"));
      YearMonth last = ends ? cells.month("截止月") : null;
      segments.add(
          Timeline.segment(
              cells.month("起始月").atDay(1),
              Cells.earlier(last == null ? null : last.atEndOfMonth(), cells.lastDay()),
              cells.fen(column)));
    }
    return Timeline.of(segments);
  }
}
