package bangfu.intake;

/** Why a row was not accepted: the reject codes of the contract, as written to rejects files. */
public enum ReasonCode {
  /** The bytes of the line are not text in the file's encoding. */
  ENCODING,
  /** Quotes that do not match, or a line too long to be a record. */
  CSV,
  /** Another number of fields than the header. */
  FIELDS,
  /** A required cell is empty. */
  REQUIRED,
  ID,
  HH,
  DATE,
  MONTH,
  YEAR,
  MONEY,
  INT,
  BOOL,
  TEXT,
  CODE,
  /** Another row of the file has the same key (check Q08). */
  DUPLICATE_KEY
}
