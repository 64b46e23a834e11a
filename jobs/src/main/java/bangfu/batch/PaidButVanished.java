package bangfu.batch;

import bangfu.engine.fact.Source;
import bangfu.intake.Tables;
import bangfu.ledger.PostedLines;
import bangfu.quality.Finding;
import bangfu.quality.Level;
import bangfu.register.Register;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/** Q16: households that have a ledger and are not in the newest nb_household any more. */
final class PaidButVanished {
  private static final String HOUSEHOLDS = Tables.standard().table("nb_household").name();
  private static final int PAGE_HOUSEHOLDS = 1000;

  private final PostedLines posted;
  private final YearMonth month;
  private final Map<String, Source> page = new LinkedHashMap<>();
  private final List<Finding> findings = new ArrayList<>();

  private PaidButVanished(PostedLines posted, YearMonth month) {
    this.posted = posted;
    this.month = month;
  }

  static List<Finding> of(Register register, int known, YearMonth month, DataSource dataSource) {
    PaidButVanished check = new PaidButVanished(new PostedLines(dataSource), month);
    register.forEachAbsent(
        register.lastAccepted(known).get(HOUSEHOLDS),
        known,
        row -> check.look(row.row().subject(), row.source()));
    check.lookAtPage();
    return check.findings;
  }

  private void look(String household, Source row) {
    page.put(household, row);
    if (page.size() == PAGE_HOUSEHOLDS) {
      lookAtPage();
    }
  }

  private void lookAtPage() {
    posted
        .of(page.keySet(), month)
        .forEach((household, lines) -> findings.add(finding(household, page.get(household))));
    page.clear();
  }

  private static Finding finding(String household, Source row) {
    return Finding.at("Q16", Level.WARN, household, household, row, "已入账的户不在最近一批数据中");
  }
}
