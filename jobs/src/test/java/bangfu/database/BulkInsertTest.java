package bangfu.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

@OnEachDatabase
class BulkInsertTest {
  private static final String[] COLUMNS = {"no", "name", "fen", "made_on", "listed", "content"};

  @Parameter TestServer server;

  @TempDir Path folder;
  private Database database;
  private JdbcTemplate jdbc;
  private BulkInsert insert;

  @BeforeEach
  void open() {
    database = Database.open(server.newDatabase(folder));
    jdbc = new JdbcTemplate(database.dataSource());
    String bytes = server == TestServer.H2 ? "varbinary(1000000)" : "bytea";
    jdbc.execute(
        "create table thing (no integer primary key, name varchar(200), fen bigint,"
            + " made_on date, listed boolean, content "
            + bytes
            + ")");
    insert = new BulkInsert(database.dataSource(), "thing", COLUMNS);
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void bringsEveryKindOfValueUnchanged() {
    byte[] everyByte = new byte[256];
    IntStream.range(0, 256).forEach(i -> everyByte[i] = (byte) i);
    LocalDate day = LocalDate.of(2017, 3, 31);

    insert.insert(
        List.of(
            new Object[] {1, "张三", Long.MIN_VALUE, day, true, everyByte},
            new Object[] {2, null, null, null, null, null},
            new Object[] {3, "", 0L, day, false, new byte[0]}));

    assertThat(stored())
        .containsExactly(
            List.of(1, "张三", Long.MIN_VALUE, day, true, text(everyByte)),
            Arrays.asList(2, null, null, null, null, null),
            List.of(3, "", 0L, day, false, ""));
  }

  @Test
  void takesTextWithEveryMarkOfTheCopyFormat() {
    List<String> texts =
        List.of(
            "\\N",
            "\\.",
            "a\tb",
            "a\nb\r\n",
            "\\",
            "\\\\x41",
            "\b\f\u000B\u001F\u007F",
            "𠮷\u3000");
    List<Object[]> rows = new ArrayList<>();
    texts.forEach(text -> rows.add(new Object[] {rows.size(), text, 0L, null, true, null}));

    insert.insert(rows);

    assertThat(jdbc.queryForList("select name from thing order by no", String.class))
        .isEqualTo(texts);
  }

  @Test
  void keepsTheOrderAndNumberOfManyRows() {
    byte[] large = new byte[100_000];
    Arrays.fill(large, (byte) 0xA5);
    List<Object[]> rows =
        IntStream.range(0, 1_234)
            .mapToObj(
                i -> new Object[] {i, "n" + i, i * 3L, null, true, i % 500 == 0 ? large : null})
            .toList();

    insert.insert(rows);
    insert.insert(List.of());

    assertThat(jdbc.queryForList("select name from thing order by no", String.class))
        .hasSize(1_234)
        .startsWith("n0", "n1")
        .endsWith("n1233");
    assertThat(jdbc.queryForList("select content from thing where no = 1000", byte[].class))
        .containsExactly(large);
  }

  @Test
  void isPartOfTheCallersTransaction() {
    new TransactionTemplate(database.transactions())
        .executeWithoutResult(
            status -> {
              insert.insert(rows(0, 120));
              assertThat(count()).isEqualTo(120);
              status.setRollbackOnly();
            });

    assertThat(count()).isZero();
  }

  @Test
  void saysThatARowIsThereAlready() {
    insert.insert(rows(5, 6));

    assertThatThrownBy(() -> insert.insert(rows(0, 10))).isInstanceOf(DuplicateKeyException.class);
  }

  @Test
  void leavesAConnectionThatWorksAfterAFailure() {
    List<Object[]> tooLong =
        List.<Object[]>of(new Object[] {1, "长".repeat(201), 0L, null, true, null});
    List<Object[]> unreadable = new ArrayList<>(rows(0, 10));
    unreadable.add(new Object[] {11, new Unprintable(), 0L, null, true, null});
    assertThatThrownBy(() -> insert.insert(tooLong)).isInstanceOf(DataAccessException.class);
    assertThatThrownBy(() -> insert.insert(unreadable)).isInstanceOf(RuntimeException.class);

    insert.insert(rows(20, 21));

    assertThat(jdbc.queryForList("select no from thing where no >= 20", Integer.class))
        .containsExactly(20);
  }

  private static List<Object[]> rows(int from, int to) {
    return IntStream.range(from, to)
        .mapToObj(i -> new Object[] {i, "n", 1L, null, true, null})
        .toList();
  }

  private int count() {
    return jdbc.queryForObject("select count(*) from thing", Integer.class);
  }

  private List<List<Object>> stored() {
    return jdbc.query(
        "select * from thing order by no",
        (row, number) ->
            Arrays.asList(
                row.getObject("no"),
                row.getObject("name"),
                row.getObject("fen"),
                row.getObject("made_on", LocalDate.class),
                row.getObject("listed"),
                text(row.getBytes("content"))));
  }

  private static String text(byte[] bytes) {
    return bytes == null ? null : new String(bytes, StandardCharsets.ISO_8859_1);
  }

  /** No database has a column for it. */
  private static final class Unprintable {
    @Override
    public String toString() {
      throw new IllegalStateException("unprintable");
    }
  }
}
