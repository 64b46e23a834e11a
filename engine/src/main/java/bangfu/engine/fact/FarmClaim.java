package bangfu.engine.fact;

import java.time.LocalDate;

/**
 * A claim for production costs 产业补助凭证.
 *
 * @param voucher 凭证号
 * @param approvedFen 核定金额, fen
 */
public record FarmClaim(
    Household household, String voucher, LocalDate spentOn, long approvedFen, Source source)
    implements HouseholdFact {}
