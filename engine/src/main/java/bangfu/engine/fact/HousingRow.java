package bangfu.engine.fact;

import bangfu.engine.time.Timeline;
import java.time.LocalDate;

/**
 * A row of the housing hardship list 住房困难户.
 *
 * @param batch 批次
 * @param listed 列入名单 over time
 * @param acceptedOn 验收日期; null = not accepted yet
 */
public record HousingRow(
    Household household,
    String batch,
    Timeline<Boolean> listed,
    LocalDate acceptedOn,
    Source source)
    implements HouseholdFact {}
