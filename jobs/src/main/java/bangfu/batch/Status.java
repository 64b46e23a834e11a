package bangfu.batch;

import bangfu.database.Database;
import bangfu.database.Holder;
import bangfu.intake.Table;
import bangfu.intake.Tables;
import bangfu.policy.PolicyInForce;
import bangfu.report.MonthFiles;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What an operator asks first.
 *
 * @param running who runs now
 * @param delivery the newest delivery
 * @param run the last run that wrote a month, a correction too
 * @param policy the policy in force; empty before the first posting
 * @param waiting runs that a kill or a failure ended, and nothing like them was completed since
 */
public record Status(
    Optional<Holder> running,
    Optional<Delivery> delivery,
    Optional<Run> run,
    Optional<PolicyOfMonths> policy,
    List<Interrupted> waiting) {

  /** Where the month's folder stands against what the run left. */
  public enum Folder {
    IN_PLACE,
    MISSING,
    CHANGED
  }

  /**
   * A delivery.
   *
   * @param silent departments that brought none of their tables
   */
  public record Delivery(
      LocalDate asOf,
      Instant receivedAt,
      long accepted,
      long same,
      long refused,
      long missing,
      List<String> silent) {}

  /** A completed monthly run; month as 2017-09. */
  public record Run(
      String month,
      Instant endedAt,
      long lines,
      long amountFen,
      long heldFen,
      boolean defects,
      Folder folder) {}

  /**
   * A policy.
   *
   * @param title of the pack; empty for the policy of the program
   * @param sha256 of the pack; empty for the policy of the program
   * @param since the first of the posted months that it has decided without a break, as 2017-09
   */
  public record PolicyOfMonths(String title, String sha256, String since) {}

  /** A run to be continued by typing its command again. */
  public record Interrupted(String command, Instant startedAt, boolean failed) {}

  private static final String WAITING =
      "select command, started_at, status from job_run r where status <> 'COMPLETED' and kind <> 'ASSESS'"
          + " and not exists (select 1 from job_run l where l.run_no > r.run_no and l.kind = r.kind"
          + " and l.status = 'COMPLETED'"
          + " and coalesce(l.posting_month, 0) = coalesce(r.posting_month, 0)) order by run_no";

  /** True when somebody should do something. */
  public boolean needsAttention() {
    boolean folder = run.map(last -> last.folder() == Folder.IN_PLACE).orElse(true);
    return running.isEmpty() && (delivery.isEmpty() || !folder || !waiting.isEmpty());
  }

  /**
   * Looks, and changes nothing.
   *
   * @param out the output folder
   */
  public static Status of(Database database, Path out, Clock clock) {
    JdbcClient jdbc = JdbcClient.create(database.dataSource());
    Optional<Holder> running =
        RunLock.isHeld(database)
            ? new RunHolders(database.dataSource(), clock).current()
            : Optional.empty();
    return new Status(
        running,
        delivery(jdbc),
        lastRun(jdbc, out),
        policy(new PolicyInForce(database.dataSource())),
        running.isPresent() ? List.of() : waiting(jdbc));
  }

  private static Optional<PolicyOfMonths> policy(PolicyInForce policy) {
    return policy
        .since()
        .map(
            since ->
                policy
                    .kept(null)
                    .map(pack -> new PolicyOfMonths(pack.title(), pack.sha256(), since.toString()))
                    .orElseGet(() -> new PolicyOfMonths("", "", since.toString())));
  }

  private static Optional<Delivery> delivery(JdbcClient jdbc) {
    return jdbc.sql(
            "select delivery_no, as_of, received_at from delivery where status = 'PUBLISHED'"
                + " order by delivery_no desc limit 1")
        .query((row, number) -> delivery(jdbc, row))
        .optional();
  }

  private static Delivery delivery(JdbcClient jdbc, ResultSet row) throws SQLException {
    List<String[]> files =
        jdbc.sql("select table_name, status from delivered_file where delivery_no = ?")
            .param(row.getInt("delivery_no"))
            .query((file, number) -> new String[] {file.getString(1), file.getString(2)})
            .list();
    Set<String> brought = files.stream().map(file -> file[0]).collect(Collectors.toSet());
    List<Table> missing = new ArrayList<>(Tables.standard().all());
    missing.removeIf(table -> brought.contains(table.name()));
    Set<String> silent = new TreeSet<>();
    missing.forEach(table -> silent.add(table.department()));
    Tables.standard().all().stream()
        .filter(table -> brought.contains(table.name()))
        .forEach(table -> silent.remove(table.department()));
    return new Delivery(
        row.getObject("as_of", LocalDate.class),
        instant(row, "received_at"),
        count(files, "ACCEPTED"),
        count(files, "SAME"),
        count(files, "REFUSED"),
        missing.size(),
        List.copyOf(silent));
  }

  private static long count(List<String[]> files, String status) {
    return files.stream().filter(file -> file[1].equals(status)).count();
  }

  private static Optional<Run> lastRun(JdbcClient jdbc, Path out) {
    return jdbc.sql(
            "select * from job_run where kind in ('RUN', 'CORRECTION') and status = 'COMPLETED'"
                + " order by ended_at desc, run_no desc limit 1")
        .query((row, number) -> run(row, out))
        .optional();
  }

  private static Run run(ResultSet row, Path out) throws SQLException {
    int number = row.getInt("posting_month");
    String month = "%d-%02d".formatted(number / 100, number % 100);
    return new Run(
        month,
        instant(row, "ended_at"),
        row.getLong("line_count"),
        row.getLong("amount_fen"),
        row.getLong("held_fen"),
        row.getBoolean("defects"),
        folder(out.resolve(month), row.getString("manifest_sha256")));
  }

  private static Folder folder(Path folder, String manifestHash) {
    if (!Files.isDirectory(folder)) {
      return Folder.MISSING;
    }
    try {
      return MonthFiles.manifestHash(folder).equals(manifestHash)
          ? Folder.IN_PLACE
          : Folder.CHANGED;
    } catch (UncheckedIOException e) {
      return Folder.CHANGED; // without a readable manifest
    }
  }

  private static List<Interrupted> waiting(JdbcClient jdbc) {
    return jdbc.sql(WAITING)
        .query(
            (row, number) ->
                new Interrupted(
                    row.getString("command"),
                    instant(row, "started_at"),
                    row.getString("status").equals("FAILED")))
        .list();
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, LocalDateTime.class).toInstant(ZoneOffset.UTC);
  }
}
