package bangfu.engine.fact;

/** 性别. */
public enum Sex {
  MALE,
  FEMALE
}
