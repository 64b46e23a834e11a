package bangfu.quality;

import bangfu.database.BulkInsert;
import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What the checks of units found at the last import: the next one looks only where something is
 * new. Works in the caller's transaction; not for two threads at once.
 */
public final class UnitFindings {
  private static final int MOST_MESSAGE_CHARS = 1000;
  private static final int FETCH_ROWS = 2000;

  private final JdbcTemplate jdbc;
  private final BulkInsert insert;
  private final List<Object[]> rows = new ArrayList<>();

  public UnitFindings(DataSource dataSource) {
    this.jdbc = new JdbcTemplate(dataSource);
    this.jdbc.setFetchSize(FETCH_ROWS);
    this.insert = new BulkInsert(dataSource, "unit_finding");
  }

  /**
   * A look at all units.
   *
   * @param known the newest delivery it knew
   * @param program the SHA-256 of the program that looked
   */
  public record Look(int known, LocalDate asOf, String program) {}

  /** The last look, after which nothing was forgotten. */
  public Optional<Look> last() {
    return jdbc
        .query(
            "select known_delivery, as_of, program from unit_look",
            (row, number) ->
                new Look(row.getInt(1), row.getObject(2, LocalDate.class), row.getString(3)))
        .stream()
        .findFirst();
  }

  /** The homes of all that is kept. */
  public Set<String> homes() {
    return Set.copyOf(jdbc.queryForList("select distinct home from unit_finding", String.class));
  }

  /** Forgets what was found in some homes. */
  public void forget(Set<String> homes) {
    jdbc.batchUpdate(
        "delete from unit_finding where home = ?",
        homes.stream().map(home -> new Object[] {home}).toList());
  }

  /** Forgets what {@link UnitChecks#ofMonth} found. */
  public void forgetMonth() {
    jdbc.update("delete from unit_finding where check_no = ?", UnitChecks.OF_MONTH);
  }

  /** Forgets all. */
  public void clear() {
    jdbc.update("delete from unit_finding");
  }

  /**
   * Keeps what was found.
   *
   * @param home the smallest household number of a unit, or whom a row is about that no unit has
   */
  public void add(String home, List<Finding> findings) {
    findings.forEach(finding -> rows.add(row(home, finding)));
  }

  /** The columns in the table's order. */
  private static Object[] row(String home, Finding finding) {
    String message = finding.message();
    return new Object[] {
      home,
      finding.check(),
      finding.level().name(),
      finding.household(),
      finding.subject(),
      finding.table(),
      finding.line() == 0 ? null : finding.line(),
      message.substring(0, Math.min(message.length(), MOST_MESSAGE_CHARS)),
      finding.handling()
    };
  }

  /** Writes what was added, and that all units were looked at. */
  public void finish(Look look) {
    insert.insert(rows);
    rows.clear();
    jdbc.update("delete from unit_look");
    jdbc.update(
        "insert into unit_look (known_delivery, as_of, program) values (?, ?, ?)",
        look.known(),
        Date.valueOf(look.asOf()),
        look.program());
  }

  /** Hands over all that is kept, in any order. */
  public void forEach(Consumer<Finding> consumer) {
    jdbc.query(
        "select check_no, level, household_no, subject, table_name, line_no, message, handling"
            + " from unit_finding",
        row -> {
          consumer.accept(
              new Finding(
                  row.getString(1),
                  Level.valueOf(row.getString(2)),
                  row.getString(3),
                  row.getString(4),
                  row.getString(5),
                  row.getInt(6),
                  row.getString(7),
                  row.getString(8)));
        });
  }
}
