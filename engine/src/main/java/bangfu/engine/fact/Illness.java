package bangfu.engine.fact;

/** A serious or long-term illness 大病或长期慢性病. */
public record Illness(Person person, String code, Source source) implements PersonalFact {}
