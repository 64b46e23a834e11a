package bangfu.engine.fact;

import java.time.LocalDate;

/**
 * An approved rehabilitation item 康复救助.
 *
 * @param approval 审批号
 * @param approvedFen 核定金额, fen
 * @param institution 机构名称 when the institution is paid; null when the household is
 */
public record RehabilitationItem(
    Person person,
    String approval,
    LocalDate servedOn,
    long approvedFen,
    String institution,
    Source source)
    implements PersonalFact {}
