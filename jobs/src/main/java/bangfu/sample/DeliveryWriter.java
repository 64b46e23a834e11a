package bangfu.sample;

import bangfu.intake.Table;
import bangfu.intake.Tables;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One file for each table of the contract, all open at once; each row goes to disk as it is made.
 */
final class DeliveryWriter implements Closeable {
  /** Names of every register come in the national encoding, which has all characters. */
  private static final String IN_GB18030 = "nb_member";

  private static final String WITH_BYTE_ORDER_MARK = "jy_enrolment";
  private static final String AS_WORKBOOK = "zj_housing";

  private final List<DeliveryFile> files = new ArrayList<>();
  private final Map<String, RowWriter> writers = new HashMap<>();

  /** Creates the folder if need be, and overwrites the tables in it. */
  DeliveryWriter(Path folder) throws IOException {
    Files.createDirectories(folder);
    for (Table table : Tables.standard().all()) {
      DeliveryFile file = open(folder, table);
      files.add(file);
      writers.put(table.name(), new RowWriter(table, file));
    }
  }

  /** The next row of a table; it is written by {@link RowWriter#end}. */
  RowWriter row(String table) {
    return writers.get(table);
  }

  private static DeliveryFile open(Path folder, Table table) throws IOException {
    Path csv = folder.resolve(table.name() + ".csv");
    return switch (table.name()) {
      case AS_WORKBOOK -> new XlsxFile(folder.resolve(table.name() + ".xlsx"), table);
      case IN_GB18030 -> CsvTable.encoded(csv, table, Charset.forName("GB18030"));
      case WITH_BYTE_ORDER_MARK -> CsvTable.utf8WithByteOrderMark(csv, table);
      default -> CsvTable.utf8(csv, table);
    };
  }

  @Override
  public void close() throws IOException {
    for (DeliveryFile file : files) {
      file.close();
    }
  }
}
