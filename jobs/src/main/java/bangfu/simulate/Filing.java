package bangfu.simulate;

import bangfu.assess.EligibilityLine;
import bangfu.assess.EligibilityLine.Membership;
import bangfu.register.StoredRow;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the lead office would do if it followed every proposal on one day: a household proposed to
 * be filed is on file from that day on, in the first group it is in; one proposed to end is on file
 * up to the day before.
 */
final class Filing {
  private static final String FILED = "建档日期";
  private static final String EXITED = "退出日期";
  private static final String GROUP = "帮扶类别";

  private final LocalDate day;

  Filing(LocalDate day) {
    this.day = day;
  }

  /** The rows if the proposals were followed; the same when there are none. */
  List<StoredRow> followed(List<StoredRow> rows, Map<String, EligibilityLine> eligibility) {
    List<StoredRow> supposed = rows;
    for (Map.Entry<String, EligibilityLine> line : new TreeMap<>(eligibility).entrySet()) {
      Proposal proposal = Proposal.of(line.getValue());
      if (proposal == Proposal.FILE) {
        supposed = Supposition.of(supposed, line.getKey(), filed(line.getValue()));
      } else if (proposal == Proposal.END) {
        supposed = Supposition.of(supposed, line.getKey(), ended(line.getValue()));
      }
    }
    return supposed;
  }

  private Map<String, String> filed(EligibilityLine line) {
    Map<String, String> values = new HashMap<>();
    values.put(FILED, day.toString());
    values.put(EXITED, null);
    values.put(GROUP, group(line));
    return values;
  }

  private Map<String, String> ended(EligibilityLine line) {
    Map<String, String> values = new HashMap<>();
    boolean later = !line.household().registration().filedOn().isBefore(day);
    values.put(later ? FILED : EXITED, later ? null : day.minusDays(1).toString());
    return values;
  }

  private static String group(EligibilityLine line) {
    if (line.group1() == Membership.YES) {
      return "1";
    }
    return line.group2() == Membership.YES ? "2" : "3";
  }
}
