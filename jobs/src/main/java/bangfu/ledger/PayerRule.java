package bangfu.ledger;

import bangfu.engine.claim.PayerLevel;
import java.time.LocalDate;

/**
 * A row of cz_payer_rule.
 *
 * @param from 起始日期, included
 */
public record PayerRule(String clause, LocalDate from, String fund, PayerLevel level) {}
