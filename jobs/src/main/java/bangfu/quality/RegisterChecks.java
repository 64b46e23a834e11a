package bangfu.quality;

import bangfu.engine.fact.Source;
import bangfu.intake.Row;
import bangfu.intake.Table;
import bangfu.intake.Tables;
import bangfu.register.FileStatus;
import bangfu.register.ReceivedFile;
import bangfu.register.Register;
import bangfu.register.StoredRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The checks that look at the register as a whole: Q22 (one voucher twice is a reject already), Q27
 * (one account for two households), Q29, Q31, Q32, Q33 for tables about nobody in particular, Q34
 * and Q39.
 */
public final class RegisterChecks {
  private static final int SHRINK_PERCENT = 5;
  private static final String NEVER = "没有有效数据";

  private final Register register;
  private final int known;
  private final List<Finding> findings = new ArrayList<>();

  private RegisterChecks(Register register, int known) {
    this.register = register;
    this.known = known;
  }

  /**
   * What the checks find.
   *
   * @param known the newest delivery that counts
   * @param missingTables tables that were never delivered
   */
  public static List<Finding> of(Register register, int known, Set<String> missingTables) {
    RegisterChecks checks = new RegisterChecks(register, known);
    checks.q27OneAccount();
    checks.q32Vanished();
    checks.q33EndBeforeBegin();
    checks.q29q34q39Files();
    missingTables.forEach(checks::q39Missing);
    checks.q39NotThisTime();
    return checks.findings;
  }

  private void q27OneAccount() {
    Map<String, Set<String>> shared = SharedAccounts.of(register, known);
    if (!shared.isEmpty()) {
      register.forEachRow(table("cz_account"), known, row -> q27OneAccount(row, shared));
    }
  }

  private void q27OneAccount(Row row, Map<String, Set<String>> shared) {
    Set<String> served = shared.getOrDefault(AccountNumber.digits(row.value("账号")), Set.of());
    if (served.contains(row.subject())) {
      add("Q27", Level.BLOCK, row, "同一账号用于 " + served.size() + " 户");
    }
  }

  /** Check Q31: a row that no unit uses, for the register does not know whom it is about. */
  public static Finding unknown(StoredRow row) {
    Table table = row.row().table();
    return at("Q31", Level.WARN, row.row(), row.delivery(), table.subject() + "不在登记库，本行不计");
  }

  private void q32Vanished() {
    for (ReceivedFile file : register.lastAccepted(known).values()) {
      register.forEachAbsent(file, known, this::q32Vanished);
    }
  }

  private void q32Vanished(StoredRow row) {
    add("Q32", Level.WARN, row.row(), "最近一批数据没有此行或此行被退回，仍按上次有效的内容计算");
  }

  private void q33EndBeforeBegin() {
    for (Table table : Tables.standard().all()) {
      if (table.subject() == null) {
        register.forEachRow(
            table,
            known,
            row ->
                RowChecks.endsBeforeBegins(row)
                    .forEach(message -> add("Q33", Level.WARN, row, message)));
      }
    }
  }

  private void q29q34q39Files() {
    Map<String, ReceivedFile> accepted = register.lastAccepted(known);
    for (ReceivedFile file : register.lastReceived(known).values()) {
      String table = file.table().name();
      if (file.status() == FileStatus.REFUSED) {
        q39Refused(file, accepted.containsKey(table));
      }
      for (String column : file.report().unknownColumns()) {
        addFile("Q34", Level.WARN, table, "不认识的列“" + column + "”，已忽略");
      }
      ReceivedFile last = accepted.get(table);
      if (last != null) {
        q29Shrunk(last);
      }
    }
  }

  private void q29Shrunk(ReceivedFile last) {
    ReceivedFile before = register.lastAccepted(last.delivery() - 1).get(last.table().name());
    if (before != null) {
      long rowsBefore = before.report().acceptedRows();
      long rows = last.report().rows();
      if (rows * 100 < rowsBefore * (100 - SHRINK_PERCENT)) {
        addFile("Q29", Level.RECONCILE, last.table().name(), "行数由 " + rowsBefore + " 减为 " + rows);
      }
    }
  }

  private void q39Refused(ReceivedFile file, boolean accepted) {
    String message = "文件被退回：" + file.report().refusal();
    if (accepted) {
      addFile("Q39", Level.WARN, file.table().name(), message);
    } else {
      addNever(file.table(), message + "；" + NEVER);
    }
  }

  /** A refused file says so itself. */
  private void q39Missing(String table) {
    if (!register.lastReceived(known).containsKey(table)) {
      addNever(table(table), "从未报送，" + NEVER);
    }
  }

  /** Clauses that rest on a table are undecided until there is one. */
  private void addNever(Table table, String message) {
    boolean decides = !table.clauses().isEmpty();
    findings.add(
        new Finding(
            "Q39",
            Level.WARN,
            "",
            "",
            table.name(),
            0,
            decides ? message + "，依赖此表的条款挂起" : message,
            decides ? Finding.HELD : Finding.KEPT));
  }

  /** A table that the last delivery of all tables did not bring; what it brought last counts. */
  private void q39NotThisTime() {
    Set<String> brought = register.lastSnapshot(known);
    register
        .lastAccepted(known)
        .forEach(
            (table, last) -> {
              if (!brought.contains(table)) {
                addFile("Q39", Level.WARN, table, "本次未报送，沿用 " + last.asOf() + " 的数据");
              }
            });
  }

  private static Table table(String name) {
    return Tables.standard().table(name);
  }

  private void addFile(String check, Level level, String table, String message) {
    findings.add(new Finding(check, level, "", "", table, 0, message, Finding.KEPT));
  }

  private void add(String check, Level level, Row row, String message) {
    findings.add(at(check, level, row, known, message));
  }

  private static Finding at(String check, Level level, Row row, int delivery, String message) {
    String subject = row.subject() == null ? "" : row.subject();
    String household = "户编号".equals(row.table().subject()) ? subject : "";
    Source source = new Source(row.table().name(), delivery, row.line());
    return Finding.at(check, level, household, subject, source, message);
  }
}
