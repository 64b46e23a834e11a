package bangfu.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.springframework.jdbc.core.JdbcTemplate;

@OnEachDatabase
class KeyPagesTest {
  private static final String QUERY =
      "select name, no from thing where name > ? and no < ? order by name limit ?";

  @Parameter TestServer server;

  @TempDir Path folder;
  private Database database;

  @BeforeEach
  void open() {
    database = Database.open(server.newDatabase(folder));
    new JdbcTemplate(database.dataSource())
        .execute("create table thing (no integer primary key, name varchar(20))");
  }

  @AfterEach
  void close() {
    database.close();
  }

  /** 9,000 names, more than two pages; the one in the middle has more rows than a page holds. */
  @Test
  void handsOverEveryRowOnceAndTheRowsOfAKeyTogether() {
    List<Object[]> rows = new ArrayList<>();
    IntStream.range(0, 9_000).forEach(i -> rows.add(new Object[] {i, "H%05d".formatted(i)}));
    IntStream.range(9_000, 15_000).forEach(i -> rows.add(new Object[] {i, "H04500"}));
    rows.add(new Object[] {99_999, "H00001"});
    new BulkInsert(database.dataSource(), "thing", "no", "name").insert(rows);

    List<String> names = new ArrayList<>();
    List<Integer> numbers = new ArrayList<>();
    new KeyPages(database.dataSource())
        .<Object[]>each(
            QUERY,
            "H00000",
            (row, number) -> new Object[] {row.getString(1), row.getInt(2)},
            row -> {
              names.add((String) row[0]);
              numbers.add((Integer) row[1]);
            },
            20_000);

    assertThat(numbers).hasSize(14_999).doesNotHaveDuplicates().doesNotContain(0, 99_999);
    assertThat(names).isSorted();
    assertThat(Collections.frequency(names, "H04500")).isEqualTo(6_001);
  }
}
