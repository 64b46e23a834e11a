package bangfu.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TablesTest {

  static List<Table> tables() {
    return Tables.standard().all();
  }

  @Test
  void thirtyTablesAreNumberedInFileOrder() {
    assertThat(tables()).hasSize(30);
    assertThat(tables()).extracting(Table::number).isSorted().startsWith(1).endsWith(30);
    assertThat(tables().get(0).name()).isEqualTo("nb_household");
    assertThat(tables().get(29).name()).isEqualTo("cz_budget");
  }

  @ParameterizedTest
  @MethodSource("tables")
  void everyTableIsSound(Table table) {
    assertThat(table.title()).isNotBlank();
    assertThat(table.department()).isNotBlank();
    assertThat(table.key()).isNotEmpty().doesNotHaveDuplicates();
    assertThat(table.columns()).extracting(Column::name).containsAll(table.key());
    assertThat(table.columns()).extracting(Column::name).doesNotHaveDuplicates();
    assertThat(table.columns()).anyMatch(Column::required);
    assertThat(table.clauses()).allMatch(clause -> clause.matches("\\d\\.\\d\\.\\d-[a-j]"));
    if (table.subject() != null) {
      Column subject = table.columns().get(table.index(table.subject()));
      assertThat(subject.type()).isIn(ColumnType.ID, ColumnType.HH);
      assertThat(subject.required()).isTrue();
    }
  }

  @Test
  void onlyTheEmptyCellsThatTheContractNamesArePartOfAKey() {
    Map<String, List<String>> optional =
        tables().stream()
            .collect(
                Collectors.toMap(
                    Table::name,
                    table ->
                        table.key().stream()
                            .filter(name -> !table.columns().get(table.index(name)).required())
                            .toList()));
    optional.values().removeIf(List::isEmpty);

    assertThat(optional)
        .isEqualTo(Map.of("nb_member", List.of("加入日期"), "cz_budget", List.of("镇街代码")));
  }

  @Test
  void theColumnsWithoutADateOfTheirOwnAreThoseOfTheContract() {
    List<String> undated =
        tables().stream()
            .flatMap(table -> table.columns().stream().filter(Column::undated))
            .map(Column::name)
            .toList();

    assertThat(undated)
        .containsExactly(
            "镇街代码", "村居代码", "帮扶类别", "户籍", "户口性质", "劳动能力", "就业愿望", "创业意向", "就业状态", "急需就业", "联系日期",
            "参保", "累计缴费年限", "月待遇", "符合方案条件", "列入名单");
  }

  @Test
  void aCodeColumnListsItsWords() {
    Table housing = Tables.standard().table("zj_housing");

    assertThat(housing.columns().get(housing.index("住房镇街代码")).in())
        .containsExactly(
            "440403107", "440403103", "440403106", "440403105", "440403100", "440403001");
    assertThat(housing.columns().get(housing.index("类别")).expectation()).isEqualTo("危房、无房、住房困难 之一");
  }

  @Test
  void anUnknownNameSaysWhatThereIs() {
    Table death = Tables.standard().table("zx_death");

    assertThatThrownBy(() -> Tables.standard().table("zx_dead"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("zx_death")
        .hasMessageContaining("'zx_dead'");
    assertThatThrownBy(() -> death.index("姓名")).isInstanceOf(IllegalArgumentException.class);
    assertThat(Tables.standard().has("zx_dead")).isFalse();
  }

  @Test
  void aMisspeltWordInTheSchemaIsAnError() {
    Map<String, Object> column = Map.of("type", "code!", "inn", List.of("1"));
    Map<String, Object> table =
        Map.of(
            "title", "表", "department", "部门", "key", List.of("列"), "columns", Map.of("列", column));
    SchemaFile schema = new SchemaFile(Map.of("codes", Map.of(), "tables", Map.of("t", table)));

    assertThatThrownBy(schema::tables).hasMessageContaining("inn");
  }
}
