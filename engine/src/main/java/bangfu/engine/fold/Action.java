package bangfu.engine.fold;

/**
 * An entitlement without money on the assessment day.
 *
 * @param household empty when the person lives in no household
 * @param action 事项, for example {@code VOLUNTEER_LIST}
 * @param value 数值, empty when there is none
 */
public record Action(
    String household, String subject, String clause, String action, String value) {}
