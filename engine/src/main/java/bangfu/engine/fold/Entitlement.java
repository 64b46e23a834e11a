package bangfu.engine.fold;

/** What can be granted, pending or refused only once. */
record Entitlement(String clause, String subject, String item, String period) {}
