package bangfu.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

@OnEachDatabase
class SortedPagesTest {
  @Parameter TestServer server;

  @TempDir Path folder;
  private Database database;
  private SortedPages pages;

  @BeforeEach
  void open() {
    database = Database.open(server.newDatabase(folder));
    pages = pages("LINE");
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void mergesWhatSeveralWritersTookInAnyOrder() {
    List<String[]> rows = new ArrayList<>();
    IntStream.range(0, 60_000).forEach(i -> rows.add(new String[] {"%06d".formatted(i), null, ""}));
    List<String[]> shuffled = new ArrayList<>(rows);
    Collections.shuffle(shuffled, new Random(3));
    SortedPages.Writer first = pages.writer(0);
    SortedPages.Writer second = pages.writer(7);
    shuffled.subList(0, 50_100).forEach(first::add);
    shuffled.subList(50_100, 60_000).forEach(second::add);
    first.finish();
    second.finish();

    List<String[]> read = new ArrayList<>();
    pages.forEach(read::add);
    assertThat(pages.rows()).isEqualTo(60_000);
    assertThat(read).usingElementComparator(byFirst()).containsExactlyElementsOf(rows);
    assertThat(read.get(0)).containsExactly("000000", null, "");
  }

  @Test
  void keepsKindsApartAndForgetsOneAtATime() {
    SortedPages other = pages("ACTION");
    write(pages, "a");
    write(other, "b");
    pages.clear();

    assertThat(pages.rows()).isZero();
    assertThat(pages.iterator()).isExhausted();
    assertThat(other.iterator().next()).containsExactly("b");
  }

  @Test
  void holdsRowsThatAreLongerThanAPage() {
    String longest = "长".repeat(20_000);
    IntStream.range(0, 30).forEach(i -> write(i, longest + i));

    List<String> read = new ArrayList<>();
    pages.forEach(row -> read.add(row[0]));
    assertThat(read).hasSize(30).isSorted().allMatch(text -> text.startsWith(longest));
  }

  private void write(int writer, String cell) {
    SortedPages.Writer rows = pages.writer(writer);
    rows.add(new String[] {cell});
    rows.finish();
  }

  private static void write(SortedPages pages, String cell) {
    SortedPages.Writer rows = pages.writer(0);
    rows.add(new String[] {cell});
    rows.finish();
  }

  private SortedPages pages(String kind) {
    return new SortedPages(database.dataSource(), kind, byFirst());
  }

  private static Comparator<String[]> byFirst() {
    return Comparator.comparing((String[] row) -> row[0]);
  }
}
