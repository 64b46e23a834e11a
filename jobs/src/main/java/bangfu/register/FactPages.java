package bangfu.register;

import bangfu.intake.Table;
import bangfu.intake.Tables;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.springframework.jdbc.core.JdbcTemplate;

/** The pages of facts, as the database has them. Safe for any thread. */
final class FactPages {
  private static final String SELECT =
      "select table_name, delivery_no, content from fact_page where bucket = ? and delivery_no <= ?";
  private static final String ORDER = " order by table_name, delivery_no, page_no";
  private static final int PAGES_PER_BATCH = 100;

  private final JdbcTemplate jdbc;
  private final Tables tables;

  FactPages(JdbcTemplate jdbc, Tables tables) {
    this.jdbc = jdbc;
    this.tables = tables;
  }

  /** All versions in a bucket that some deliveries brought, table by table, oldest first. */
  void read(int bucket, int lastDelivery, Consumer<FactVersion> consumer) {
    jdbc.query(
        SELECT + ORDER,
        cursor -> {
          Table table = tables.table(cursor.getString(1));
          FactPage.read(table, cursor.getInt(2), cursor.getBytes(3), consumer);
        },
        bucket,
        lastDelivery);
  }

  /** All versions of a table in a bucket that some deliveries brought, oldest first. */
  void read(Table table, int bucket, int lastDelivery, Consumer<FactVersion> consumer) {
    jdbc.query(
        SELECT + " and table_name = ?" + ORDER,
        cursor -> {
          FactPage.read(table, cursor.getInt(2), cursor.getBytes(3), consumer);
        },
        bucket,
        lastDelivery,
        table.name());
  }

  /** All pages of a bucket that some deliveries brought, table by table, oldest first. */
  List<FactPage.Raw> raw(int bucket, int lastDelivery) {
    return jdbc.query(SELECT + ORDER, this::raw, bucket, lastDelivery);
  }

  /** All pages of a table in a bucket that some deliveries brought, oldest first. */
  List<FactPage.Raw> raw(Table table, int bucket, int lastDelivery) {
    return jdbc.query(
        SELECT + " and table_name = ?" + ORDER, this::raw, bucket, lastDelivery, table.name());
  }

  private FactPage.Raw raw(ResultSet cursor, int row) throws SQLException {
    return FactPage.raw(tables.table(cursor.getString(1)), cursor.getInt(2), cursor.getBytes(3));
  }

  /** Adds the pages that a delivery brings of a table; they must be all it brings to a bucket. */
  void insert(Table table, int delivery, List<PageWriter.Page> pages) {
    Map<Integer, Integer> numbers = new HashMap<>();
    jdbc.batchUpdate(
        "insert into fact_page (bucket, table_name, delivery_no, page_no, content)"
            + " values (?, ?, ?, ?, ?)",
        pages,
        PAGES_PER_BATCH,
        (statement, page) -> {
          statement.setInt(1, page.bucket());
          statement.setString(2, table.name());
          statement.setInt(3, delivery);
          statement.setInt(4, numbers.merge(page.bucket(), 1, Integer::sum));
          statement.setBytes(5, page.content());
        });
  }

  /** Removes what a delivery brought of a table to a bucket. */
  void delete(Table table, int delivery, int bucket) {
    jdbc.update(
        "delete from fact_page where bucket = ? and table_name = ? and delivery_no = ?",
        bucket,
        table.name(),
        delivery);
  }

  /** Removes all that a delivery brought. */
  void delete(int delivery) {
    jdbc.update("delete from fact_page where delivery_no = ?", delivery);
  }
}
