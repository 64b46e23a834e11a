package bangfu.assess;

import bangfu.engine.fact.Household;
import bangfu.engine.fact.Membership;
import bangfu.engine.fact.Person;
import bangfu.engine.fact.Unit;
import bangfu.engine.time.Timeline;
import bangfu.register.StoredRow;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Makes a unit of assessment from its rows. Rows whose household or person no row introduces are
 * left out; the quality checks report them. The order of rows does not matter.
 */
public final class UnitAssembler {
  private static final String HOUSEHOLD = "户编号";
  private static final String PERSON = "身份证号";

  private final Map<String, List<StoredRow>> byTable = new TreeMap<>();
  private final Map<String, Household> households = new TreeMap<>();
  private final Map<String, Person> persons = new TreeMap<>();

  private UnitAssembler(List<StoredRow> rows) {
    for (StoredRow row : rows) {
      byTable.computeIfAbsent(row.row().table().name(), name -> new ArrayList<>()).add(row);
    }
    byTable.values().forEach(ofTable -> ofTable.sort(Comparator.comparing(row -> row.row().key())));
  }

  /** The unit these rows are about. */
  public static Unit assemble(List<StoredRow> rows) {
    UnitAssembler assembler = new UnitAssembler(rows);
    assembler.households();
    assembler.members();
    HouseholdFacts.add(assembler);
    PersonalFacts.add(assembler);
    return new Unit(
        List.copyOf(assembler.households.values()), List.copyOf(assembler.persons.values()));
  }

  List<StoredRow> rows(String table) {
    return byTable.getOrDefault(table, List.of());
  }

  /** The household a row names, or null when nobody introduced it. */
  Household household(StoredRow row) {
    return households.get(row.value(HOUSEHOLD));
  }

  /** The person a row names, or null when nobody introduced one. */
  Person person(StoredRow row) {
    return persons.get(row.value(PERSON));
  }

  private void households() {
    for (StoredRow row : rows("nb_household")) {
      Household household = new Household(registration(row), row.source());
      households.put(household.number(), household);
    }
  }

  private static Household.Registration registration(StoredRow row) {
    Cells cells = new Cells(row);
    return new Household.Registration(
        row.value(HOUSEHOLD),
        row.undated(version -> version.value("镇街代码")),
        row.undated(version -> version.value("村居代码")),
        row.undated(version -> group(version.value("帮扶类别"))),
        cells.number("家庭人口"),
        cells.fen("家庭年可支配收入"),
        cells.number("核定年度"),
        cells.date("建档日期"),
        cells.lastDay("退出日期"),
        row.value("户主身份证号"),
        row.value("原户编号"),
        cells.date("分户日期"));
  }

  private static Integer group(String code) {
    return code == null ? 0 : Integer.valueOf(code);
  }

  private void members() {
    Map<String, List<StoredRow>> rowsOfPerson = new TreeMap<>();
    for (StoredRow row : rows("nb_member")) {
      if (household(row) != null) {
        rowsOfPerson.computeIfAbsent(row.value(PERSON), id -> new ArrayList<>()).add(row);
      }
    }
    rowsOfPerson.forEach((id, rows) -> persons.put(id, Identity.of(id, rows, death(id))));
    rowsOfPerson.values().forEach(rows -> rows.forEach(this::member));
  }

  private LocalDate death(String id) {
    return rows("zx_death").stream()
        .filter(row -> row.value(PERSON).equals(id))
        .map(row -> new Cells(row).date("死亡日期"))
        .findFirst()
        .orElse(null);
  }

  private void member(StoredRow row) {
    Cells cells = new Cells(row);
    Timeline<Boolean> local = row.undated(version -> "本区".equals(version.value("户籍")));
    Timeline<Boolean> rural = row.undated(version -> "农村".equals(version.value("户口性质")));
    Membership membership =
        new Membership(
            person(row),
            household(row),
            local,
            rural,
            cells.date("加入日期"),
            cells.lastDay("离户日期"),
            cells.date("户籍迁出日期"),
            "户主".equals(row.value("与户主关系")),
            row.source());
    membership.person().memberships().add(membership);
    membership.household().members().add(membership);
  }
}
