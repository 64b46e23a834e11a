package bangfu.engine.fold;

import bangfu.engine.claim.PayeeKind;
import bangfu.engine.claim.PayerLevel;
import bangfu.engine.fact.Source;
import bangfu.engine.time.Period;
import java.time.LocalDate;
import java.util.List;

/**
 * A sum that is due: one payer's share of one entitlement.
 *
 * @param clause clause id
 * @param household number of the household of the accrual day
 * @param subject identity number of the person, or the household number
 * @param item 凭证号, 审批号, 批次 of a dated event; empty otherwise
 * @param accruedOn the first clean day on which every condition held inside the period
 * @param payer the level the clause itself names; {@link PayerLevel#UNSPECIFIED} = by payer rule
 * @param payee household number, school code, institution name, or the fixed word of the kind
 * @param amountFen more than 0
 * @param evidence the rows that prove it on that day, sorted
 */
public record Accrual(
    String clause,
    String household,
    String subject,
    String item,
    Period period,
    LocalDate accruedOn,
    PayerLevel payer,
    PayeeKind payeeKind,
    String payee,
    long amountFen,
    List<Source> evidence) {}
