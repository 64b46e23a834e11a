package bangfu.sample.defect;

import bangfu.intake.Column;
import bangfu.intake.ColumnType;
import bangfu.intake.DeliveredFile;
import bangfu.intake.Delivery;
import bangfu.intake.RejectedRow;
import bangfu.intake.Row;
import bangfu.intake.RowSink;
import bangfu.intake.Table;
import bangfu.intake.TableReader;
import bangfu.intake.Tables;
import bangfu.table.Yuan;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Plants defects in a clean delivery: at least one for each thing that the contract says about
 * files. The whole delivery is in memory meanwhile.
 */
public final class DefectOverlay {
  /** With fewer, some kinds of households may be missing. */
  public static final int MIN_HOUSEHOLDS = 3_000;

  /** About a gigabyte of memory. */
  public static final int MAX_HOUSEHOLDS = 50_000;

  private DefectOverlay() {}

  /** Where the list of plants goes: beside the delivery, which it must not disturb. */
  public static Path listOf(Path folder) {
    Path name = folder.toAbsolutePath().normalize().getFileName();
    return folder.toAbsolutePath().normalize().resolveSibling(name + ".planted.csv");
  }

  /**
   * Rewrites the files of a delivery and lists the plants beside it.
   *
   * @param folder a clean delivery of all tables
   * @param seed the same seed and delivery give the same plants
   * @return the number of plants
   */
  public static int plant(Path folder, long seed) throws IOException {
    Map<String, DirtyTable> tables = new LinkedHashMap<>();
    for (DeliveredFile file : Delivery.scan(folder, Tables.standard()).files()) {
      tables.put(file.table().name(), read(file));
    }
    PlantList list = new PlantList();
    Planting planting = new Planting(tables, new Homes(tables.values(), seed), list);
    new ClaimDefects(planting).plant();
    new HouseholdDefects(planting).plant();
    new MemberDefects(planting).plant();
    new RollDefects(planting).plant();
    new PersonDefects(planting).plant();
    new SheetDefects(planting).plant();
    new FileDefects(planting).plant();
    DirtyFolder dirty = new DirtyFolder(folder);
    for (DirtyTable table : tables.values()) {
      dirty.write(table);
    }
    list.write(listOf(folder));
    return list.size();
  }

  private static DirtyTable read(DeliveredFile file) throws IOException {
    List<DirtyLine> lines = new ArrayList<>();
    new TableReader().read(file, new Collector(lines));
    return new DirtyTable(file.table(), lines);
  }

  /** Takes the rows of a clean file. */
  private record Collector(List<DirtyLine> lines) implements RowSink {
    @Override
    public void accepted(Row row) {
      Table table = row.table();
      String[] cells = new String[table.columns().size()];
      for (int i = 0; i < cells.length; i++) {
        cells[i] = text(table.columns().get(i), row.value(i));
      }
      lines.add(new DirtyLine(table, cells));
    }

    private static String text(Column column, String value) {
      if (value == null) {
        return "";
      }
      return column.type() == ColumnType.MONEY ? Yuan.format(Long.parseLong(value)) : value;
    }

    @Override
    public void rejected(RejectedRow row) {
      throw new IllegalArgumentException("expected a clean delivery, but was " + row);
    }

    @Override
    public void withdrawn(Row row) {
      throw new IllegalArgumentException("expected a clean delivery, but " + row + " is twice");
    }
  }
}
