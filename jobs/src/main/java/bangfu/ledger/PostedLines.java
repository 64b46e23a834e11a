package bangfu.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads the ledger by household. */
public final class PostedLines {
  private static final String QUERY =
      "select line_no, posting_month, "
          + LineColumns.NAMES
          + ", "
          + SentLines.KEEPS_PAYER
          + " as sent"
          + " from unnest(cast(:households as varchar array)) as asked (household)"
          + " join ledger_line l on l.household_no = asked.household"
          + " where posting_month <= :month order by line_no";

  private final JdbcClient jdbc;

  public PostedLines(DataSource source) {
    this.jdbc = JdbcClient.create(source);
  }

  /**
   * The lines of a page of households with 过账月份 up to a month, included.
   *
   * @param households a few thousand at most: one query for all; H2 would compare each line found
   *     with a list of them, so they are joined
   * @return by household, each in the order of the line numbers; none for a household without lines
   */
  public Map<String, List<PostedLine>> of(Collection<String> households, YearMonth month) {
    if (households.isEmpty()) {
      return Map.of();
    }
    return jdbc
        .sql(QUERY)
        .param("households", households.toArray(new String[0]))
        .param("month", Months.number(month))
        .query((row, number) -> posted(row))
        .list()
        .stream()
        .collect(
            Collectors.groupingBy(
                posted -> posted.line().key().household(), HashMap::new, Collectors.toList()));
  }

  /** The lines of a few households, household by household, each in the order of their numbers. */
  public List<PostedLine> ofUnit(List<String> households, YearMonth month) {
    Map<String, List<PostedLine>> posted = of(households, month);
    return households.stream()
        .flatMap(household -> posted.getOrDefault(household, List.of()).stream())
        .toList();
  }

  private static PostedLine posted(ResultSet row) throws SQLException {
    return new PostedLine(
        LineNumber.text(row.getLong("line_no")),
        Months.of(row.getInt("posting_month")),
        LineColumns.line(row),
        row.getBoolean("sent"));
  }
}
