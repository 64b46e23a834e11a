package bangfu.intake;

import java.io.IOException;

/** Somebody wrote into a delivered file while it was taken in: it may have been read half. */
public final class FileChangedException extends IOException {
  private static final long serialVersionUID = 1;

  private final String fileName;

  public FileChangedException(String fileName) {
    super(fileName + " was changed while it was read");
    this.fileName = fileName;
  }

  /** The file's name, or both of a table joined by {@code +}. */
  public String fileName() {
    return fileName;
  }
}
