package bangfu.intake;

import java.io.IOException;

/** A file of which nothing can be taken; its message is the reason, in Chinese. */
public final class RefusedFileException extends IOException {
  private static final long serialVersionUID = 1L;

  public RefusedFileException(String reason) {
    super(reason);
  }

  RefusedFileException(String reason, Throwable cause) {
    super(reason, cause);
  }
}
