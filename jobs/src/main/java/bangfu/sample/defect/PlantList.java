package bangfu.sample.defect;

import bangfu.table.CsvFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What was planted, in the order of planting. */
final class PlantList {
  private final List<Plant> plants = new ArrayList<>();

  /** Notes a bent line; its household loses nothing unless an effect says so. */
  void add(
      DirtyTable table,
      DirtyLine line,
      String column,
      String finding,
      String reason,
      Effect... effects) {
    plants.add(new Plant(reason, table, line, column, finding, List.of(effects)));
  }

  int size() {
    return plants.size();
  }

  /** Writes one row for each effect of each plant; lines are counted now. */
  void write(Path file) {
    try (CsvFile csv =
        CsvFile.utf8Bom(
            file, "序号", "数据表", "行号", "列", "预期", "依据", "影响", "户编号", "对象", "条款", "归属期间", "金额",
            "代码")) {
      for (int i = 0; i < plants.size(); i++) {
        Plant plant = plants.get(i);
        for (Effect effect : plant.effects()) {
          csv.row(
              i + 1,
              plant.table().table().name(),
              plant.line() == null ? "" : plant.table().number(plant.line()),
              plant.column(),
              plant.finding(),
              plant.reason(),
              effect.kind().label(),
              effect.household(),
              effect.subject(),
              effect.clause(),
              effect.period(),
              effect.amount(),
              effect.code());
        }
      }
    }
  }
}
