package bangfu.quality;

import bangfu.engine.fact.Unit;
import bangfu.quality.UnitChecks.Report;
import bangfu.register.StoredRow;
import java.util.Set;

/** Q06 and Q27: the household's account and its cardholder. */
final class AccountChecks {
  private AccountChecks() {}

  static void q06Name(Unit unit, Report report) {
    for (StoredRow account : report.of("cz_account")) {
      Set<String> names = holderNames(account, report);
      if (!names.isEmpty() && !names.contains(account.value("户名"))) {
        add(report, "Q06", Level.WARN, account, "户名与成员表姓名不同");
      }
    }
  }

  /** Holds the bank row, so it blocks; the ledger line is posted all the same. */
  static void q27Cardholder(Unit unit, Report report) {
    for (StoredRow account : report.of("cz_account")) {
      Set<String> names = holderNames(account, report);
      if (names.isEmpty()) {
        add(report, "Q27", Level.BLOCK, account, "持卡人不是本户成员");
      } else if (!names.contains(account.value("户名"))) {
        add(report, "Q27", Level.BLOCK, account, "户名不是持卡人姓名");
      }
    }
  }

  static void q27Number(Unit unit, Report report) {
    for (StoredRow account : report.of("cz_account")) {
      String digits = AccountNumber.digits(account.value("账号"));
      if (digits.isEmpty()) {
        add(report, "Q27", Level.BLOCK, account, "账号不全是数字，疑被 Excel 改成科学计数法");
      } else if (!AccountNumber.passesLuhn(digits)) {
        add(report, "Q27", Level.WARN, account, "账号校验位不符");
      }
    }
  }

  private static Set<String> holderNames(StoredRow account, Report report) {
    return Cardholder.names(account, report.of("nb_member"), report.asOf());
  }

  private static void add(
      Report report, String check, Level level, StoredRow account, String message) {
    String household = account.value("户编号");
    report.add(Finding.at(check, level, household, household, account.source(), message));
  }
}
