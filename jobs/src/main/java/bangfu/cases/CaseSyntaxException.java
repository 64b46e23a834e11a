package bangfu.cases;

/**
 * A case file that cannot be read: an unknown field, a missing one, or a value of the wrong kind.
 */
public final class CaseSyntaxException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public CaseSyntaxException(String message) {
    super(message);
  }

  public CaseSyntaxException(String message, Throwable cause) {
    super(message, cause);
  }
}
