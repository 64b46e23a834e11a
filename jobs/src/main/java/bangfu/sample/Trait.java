package bangfu.sample;

/**
 * What annex 1 counts besides the {@link Kind}: of persons the first four, of households the
 * others.
 */
enum Trait {
  DIBAO,
  WUBAO,
  ILL,
  DISABLED,
  FARMING,
  HOUSING,
  SINGLE_MOTHER
}
