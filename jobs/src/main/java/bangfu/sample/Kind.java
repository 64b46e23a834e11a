package bangfu.sample;

/** What a person mainly is; each person of the register is exactly one of these. */
enum Kind {
  /** Sixty or more on the survey date, 2016-12-31. */
  ELDER,
  /** Of working age and able to work. */
  LABOUR,
  /** Of working age, not able to work. */
  DEPENDANT,
  /** Too young for a kindergarten on the survey date. */
  INFANT,
  /** Enrolled on the survey date. */
  PUPIL;

  boolean isChild() {
    return this == INFANT || this == PUPIL;
  }
}
