package bangfu.sample;

import java.util.Arrays;
import java.util.List;

/**
 * A business that takes farming households along: four to a town, whatever the size of the sample.
 * The credit code has the shape of one and belongs to nobody.
 *
 * @param level 市, 区 or null
 */
record FarmEntity(String code, String name, String type, String level) {

  static List<FarmEntity> all() {
    return Arrays.stream(Town.values()).flatMap(town -> of(town).stream()).toList();
  }

  /** Most households go to the first, so that it passes the 20 of 2.2.2-c. */
  static FarmEntity drawFor(Town town, Dice dice) {
    return of(town).get(dice.weighted(40, 25, 25, 10));
  }

  private static List<FarmEntity> of(Town town) {
    return List.of(
        new FarmEntity(code(town, 1), town.stem() + "样例水产有限公司", "龙头企业", "市"),
        new FarmEntity(code(town, 2), town.stem() + "样例花卉有限公司", "龙头企业", "区"),
        new FarmEntity(code(town, 3), town.stem() + "样例种养专业合作社", "合作社", null),
        new FarmEntity(code(town, 4), town.stem() + "样例养殖场", "种养大户", null));
  }

  private static String code(Town town, int number) {
    return "91440499MA" + town.shortCode() + "0" + number;
  }
}
