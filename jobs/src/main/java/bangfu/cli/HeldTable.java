package bangfu.cli;

import bangfu.ledger.Payer;
import bangfu.payment.HeldRow;
import bangfu.table.Yuan;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Money that waits: on the screen, as CSV in Chinese, and as JSON. */
final class HeldTable {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private final List<HeldRow> rows;
  private final boolean unmasked;

  HeldTable(List<HeldRow> rows, boolean unmasked) {
    this.rows = rows;
    this.unmasked = unmasked;
  }

  void print(Terminal terminal) {
    HeldText text = new HeldText(terminal.language(), unmasked);
    List<String[]> cells = new ArrayList<>();
    cells.add(terminal.text("held.columns").split("\\|"));
    rows.forEach(
        row ->
            cells.add(
                new String[] {
                  HeldText.number(row),
                  row.since().toString(),
                  row.month().toString(),
                  row.household(),
                  text.account(row),
                  Yuan.format(row.amountFen()),
                  text.why(row) + " [" + row.code() + "]",
                  text.toDo(row)
                }));
    new ScreenTable(cells).print(line -> terminal.out().println(line));
    long fen = rows.stream().mapToLong(HeldRow::amountFen).reduce(0, Math::addExact);
    terminal
        .out()
        .println(
            terminal.text(
                "held.total",
                rows.size(),
                Yuan.format(fen),
                rows.stream().filter(HeldRow::isReleasable).count()));
  }

  void write(Path path) {
    HeldText text = new HeldText(Locale.CHINESE, unmasked);
    try (CsvAside csv =
        new CsvAside(
            path, "暂缓号", "自", "过账月份", "户编号", "收款账号", "资金代码", "付款层级", "付款镇街代码", "金额", "原因代码", "说明",
            "处理")) {
      for (HeldRow row : rows) {
        Payer payer = row.payer();
        csv.row(
            HeldText.number(row),
            row.since(),
            row.month(),
            row.household(),
            text.account(row),
            payer.fund(),
            payer.level().label(),
            payer.town(),
            Yuan.format(row.amountFen()),
            row.code().name(),
            text.why(row),
            text.toDo(row));
      }
      csv.keep();
    }
  }

  String json(Locale language) {
    HeldText text = new HeldText(language, unmasked);
    return JSON.writeValueAsString(rows.stream().map(row -> fields(row, text)).toList());
  }

  private static Map<String, Object> fields(HeldRow row, HeldText text) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("number", row.hold() == null ? null : row.hold().number());
    fields.put("since", row.since().toString());
    fields.put("month", row.month().toString());
    fields.put("household", row.household());
    fields.put("account", text.account(row));
    fields.put("fund", row.payer().fund());
    fields.put("payer", row.payer().level().label());
    fields.put("town", row.payer().town());
    fields.put("amount", Yuan.format(row.amountFen()));
    fields.put("code", row.code().name());
    fields.put("why", text.why(row));
    fields.put("toDo", text.toDo(row));
    fields.put("releasable", row.isReleasable());
    return fields;
  }
}
