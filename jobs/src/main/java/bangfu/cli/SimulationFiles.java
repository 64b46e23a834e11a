package bangfu.cli;

import bangfu.engine.claim.PayerLevel;
import bangfu.rules.Policy;
import bangfu.simulate.Comparison;
import bangfu.simulate.Cost;
import bangfu.simulate.Edge;
import bangfu.simulate.HouseholdChange;
import bangfu.table.Workbook;
import bangfu.table.Yuan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * A simulation as CSV files and as a workbook, either, both or none: the households that change,
 * those at an edge, the costs.
 */
final class SimulationFiles implements AutoCloseable {
  private final Terminal terminal;
  private final CsvAside households;
  private final CsvAside edges;
  private final CsvAside costs;
  private final Workbook workbook;
  private boolean edgesBegun;

  /**
   * @param folder null = no CSV files
   * @param xlsx null = no workbook
   */
  SimulationFiles(Terminal terminal, Path folder, Path xlsx) throws IOException {
    this.terminal = terminal;
    if (folder != null) {
      Files.createDirectories(folder);
    }
    households = csv(folder, "households.csv", "simulate.households.columns");
    edges = csv(folder, "thresholds.csv", "simulate.edges.columns");
    costs = csv(folder, "cost.csv", "simulate.cost.columns");
    workbook = xlsx == null ? null : new Workbook(xlsx);
    begin("simulate.households.sheet", "simulate.households.columns");
  }

  private CsvAside csv(Path folder, String name, String columns) {
    return folder == null ? null : new CsvAside(folder.resolve(name), columns(columns));
  }

  private String[] columns(String key) {
    return terminal.text(key).split("\\|");
  }

  private void begin(String name, String columns) {
    if (workbook != null) {
      workbook.sheet(terminal.text(name), columns(columns));
    }
  }

  void add(HouseholdChange change) {
    row(
        households,
        change.household(),
        change.headName(),
        change.town(),
        change.persons(),
        sum(change.sum().todayFen()),
        sum(change.sum().triedFen()),
        sum(change.sum().changeFen()),
        change.proposal().label());
  }

  void add(Edge edge) {
    beginEdges();
    row(
        edges,
        edge.household(),
        edge.headName(),
        edge.town(),
        edge.persons(),
        terminal.text(edge.tried() ? "simulate.tried" : "simulate.today"),
        terminal.text(edge.above() ? "simulate.above" : "simulate.below"),
        sum(edge.incomeFen()),
        sum(edge.changeFen()));
  }

  private void beginEdges() {
    if (!edgesBegun) {
      edgesBegun = true;
      begin("simulate.edges.sheet", "simulate.edges.columns");
    }
  }

  void costs(Map<Cost, Comparison> sums, Policy policy) {
    beginEdges();
    begin("simulate.cost.sheet", "simulate.cost.columns");
    sums.forEach(
        (cost, sum) ->
            row(
                costs,
                Integer.toString(cost.year()),
                cost.clause(),
                policy.clauses().containsKey(cost.clause()) ? policy.title(cost.clause()) : "",
                cost.town(),
                PayerLevel.valueOf(cost.payerLevel()).label(),
                cost.payerTown(),
                cost.fund(),
                sum(sum.todayFen()),
                sum(sum.triedFen()),
                sum(sum.changeFen())));
  }

  private static Workbook.Sum sum(long fen) {
    return new Workbook.Sum(fen);
  }

  private void row(CsvAside csv, Object... cells) {
    if (workbook != null) {
      workbook.row(cells);
    }
    if (csv != null) {
      Object[] texts = new Object[cells.length];
      for (int i = 0; i < cells.length; i++) {
        texts[i] = cells[i] instanceof Workbook.Sum sum ? Yuan.format(sum.fen()) : cells[i];
      }
      csv.row(texts);
    }
  }

  /** All rows are in. */
  void keep() {
    for (CsvAside csv : new CsvAside[] {households, edges, costs}) {
      if (csv != null) {
        csv.keep();
      }
    }
    if (workbook != null) {
      workbook.keep();
    }
  }

  @Override
  public void close() throws IOException {
    for (CsvAside csv : new CsvAside[] {households, edges, costs}) {
      if (csv != null) {
        csv.close();
      }
    }
    if (workbook != null) {
      workbook.close();
    }
  }
}
