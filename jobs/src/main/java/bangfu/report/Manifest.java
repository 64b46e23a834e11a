package bangfu.report;

import bangfu.engine.claim.PayeeKind;
import bangfu.engine.claim.PayerLevel;
import bangfu.ledger.Seal;
import bangfu.payment.Balance;
import bangfu.rules.Policy;
import bangfu.table.Yuan;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code manifest.json}: what went in, what came out, and the two identities. Holds no wall-clock
 * time, so that the same month written again is the same file.
 */
final class Manifest {
  private final Month month;
  private final MonthFiles.Sums sums;
  private final Optional<Seal> seal;

  /**
   * A manifest to be.
   *
   * @param seal the newest one through the month
   */
  Manifest(Month month, MonthFiles.Sums sums, Optional<Seal> seal) {
    this.month = month;
    this.sums = sums;
    this.seal = seal;
  }

  /** Writes the manifest of a folder whose other files are complete. */
  void write(
      Policy policy,
      String version,
      List<InputFile> inputs,
      List<WrittenFiles.Written> files,
      WrittenFiles.Written ledgers,
      Path folder) {
    Map<String, Object> manifest = new LinkedHashMap<>();
    manifest.put("month", month.toString());
    manifest.put("versions", versions(policy, version));
    manifest.put("inputs", inputs.stream().map(Manifest::input).toList());
    manifest.put("outputs", outputs(files, ledgers));
    manifest.put("totals", totals());
    manifest.put("identity", identity(sums.balance()));
    seal.ifPresent(newest -> manifest.put(Anchor.KEY, Anchor.of(newest)));
    DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
    JsonMapper.builder()
        .build()
        .writer()
        .with(new DefaultPrettyPrinter().withObjectIndenter(indenter).withArrayIndenter(indenter))
        .writeValue(folder.resolve("manifest.json"), manifest);
  }

  private static Map<String, Object> versions(Policy policy, String version) {
    Map<String, Object> versions = new LinkedHashMap<>();
    versions.put("engine", ordered("version", version, "sha256", EngineHash.sha256()));
    versions.put("rules", ordered("version", version, "sha256", policy.rulesHash()));
    versions.put("parameters", ordered("version", version, "sha256", policy.parametersHash()));
    if (!policy.pack().isBuiltIn()) {
      versions.put(
          "policyPack", ordered("title", policy.pack().title(), "sha256", policy.pack().hash()));
    }
    return versions;
  }

  private static Map<String, Object> input(InputFile file) {
    return ordered(
        "table", file.table(),
        "delivery", file.delivery(),
        "file", file.fileName(),
        "sha256", file.sha256(),
        "status", file.status(),
        "physicalLines", file.physicalLines(),
        "header", file.headerLines(),
        "blank", file.blankLines(),
        "accepted", file.acceptedRows(),
        "rejected", file.rejectedRows(),
        "held", file.held(),
        "identityHolds", file.identityHolds());
  }

  private static List<Map<String, Object>> outputs(
      List<WrittenFiles.Written> files, WrittenFiles.Written ledgers) {
    List<Map<String, Object>> outputs = new ArrayList<>();
    List<WrittenFiles.Written> all = new ArrayList<>(files);
    all.add(ledgers);
    for (WrittenFiles.Written file : all) {
      outputs.add(ordered("file", file.name(), "sha256", file.sha256(), "rows", file.rows()));
    }
    return outputs;
  }

  private Map<String, Object> totals() {
    return ordered(
        "byClause", yuan(sums.ledger().byClause(), clause -> clause),
        "byPayer", yuan(sums.ledger().byPayer(), PayerLevel::label),
        "byPayee", yuan(sums.ledger().byPayee(), PayeeKind::label));
  }

  /** In the order of the keys' names. */
  private static <K> Map<String, Object> yuan(
      Map<K, LedgerTotals.Sum> sums, Function<K, String> label) {
    Map<String, Object> yuan = new LinkedHashMap<>();
    sums.entrySet().stream()
        .sorted(Comparator.comparing(sum -> sum.getKey().toString()))
        .forEach(sum -> yuan.put(label.apply(sum.getKey()), Yuan.format(sum.getValue().fen())));
    return yuan;
  }

  private static Map<String, Object> identity(Balance identity) {
    Map<String, Object> shown =
        ordered(
            "ledger", Yuan.format(identity.ledgerFen()),
            "bank", Yuan.format(identity.bankFen()),
            "settlement", Yuan.format(identity.settlementFen()),
            "held", Yuan.format(identity.heldFen()));
    if (identity.setOffFen() != 0) {
      shown.put("setOff", Yuan.format(identity.setOffFen()));
    }
    shown.put("recoveries", Yuan.format(identity.recoveriesFen()));
    shown.put("holds", identity.holds());
    return shown;
  }

  private static Map<String, Object> ordered(Object... entries) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < entries.length; i += 2) {
      map.put((String) entries[i], entries[i + 1]);
    }
    return map;
  }
}
