package bangfu.batch;

import bangfu.engine.claim.PayerLevel;
import bangfu.intake.Tables;
import bangfu.payment.Budget;
import bangfu.register.Register;
import bangfu.register.StoredRow;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** The budgets of cz_budget as the register knows them now; the province's pay nothing here. */
final class Budgets {
  private Budgets() {}

  static List<Budget> of(DataSource source) {
    Register register = new Register(source, Tables.standard());
    List<Budget> budgets = new ArrayList<>();
    for (StoredRow row :
        register.reference(Tables.standard().table("cz_budget"), register.newestDelivery())) {
      PayerLevel level = RunState.LEVELS.get(row.value("付款层级"));
      if (level != null) {
        String town = row.value("镇街代码");
        budgets.add(
            new Budget(
                Integer.parseInt(row.value("年度")),
                row.value("资金代码"),
                level.name(),
                town == null ? "" : town,
                Long.parseLong(row.value("金额"))));
      }
    }
    return budgets;
  }
}
