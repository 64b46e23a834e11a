package bangfu.engine.fact;

/** Why days are doubtful. Where several apply, the first in this order counts. */
public enum Hold {
  /** Q02–Q04: check character, birth date or sex does not fit the identity number. */
  ID_INVALID,
  /** Q07: one identity number in two households on one day. */
  DUPLICATE_MEMBERSHIP,
  /** Q11: two schools or stages on one day. */
  SCHOOL_CONFLICT,
  /** Q14: the certificate number does not begin with the holder's identity number. */
  CERT_MISMATCH,
  /** Q17: on the dibao and the wubao roll on one day. */
  DIBAO_WUBAO,
  /** Q19: in the residents' and the employees' scheme on one day. */
  INSURANCE_OVERLAP;

  public String code() {
    return "HOLD_" + name();
  }
}
