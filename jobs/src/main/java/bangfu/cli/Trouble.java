package bangfu.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NotDirectoryException;
import java.nio.file.ReadOnlyFileSystemException;
import java.sql.SQLException;
import java.util.Set;
import org.h2.api.ErrorCode;

/** What can be wrong with the machine rather than with the data or the program. */
enum Trouble {
  MEMORY,
  DISK_FULL,
  NOT_A_FOLDER,
  NOT_WRITABLE,
  DATABASE_DAMAGED,
  DATABASE_READ_ONLY,
  DATABASE_GONE,
  NONE;

  private static final Set<Integer> H2_DAMAGED =
      Set.of(ErrorCode.FILE_CORRUPTED_1, ErrorCode.FILE_VERSION_ERROR_1);
  private static final Set<Integer> H2_GONE =
      Set.of(
          ErrorCode.DATABASE_IS_CLOSED,
          ErrorCode.DATABASE_CALLED_AT_SHUTDOWN,
          ErrorCode.CONNECTION_BROKEN_1);
  private static final String POSTGRESQL_DISK_FULL = "53100";

  /** The trouble behind a failure: the innermost cause that is known. */
  static Trouble behind(Throwable failure) {
    Trouble trouble = NONE;
    for (Throwable at = failure; at != null; at = at.getCause()) {
      Trouble here = of(at);
      trouble = here == NONE ? trouble : here;
    }
    return trouble;
  }

  /** The file a failure is about; empty when none is named. */
  static String file(Throwable failure) {
    String file = "";
    for (Throwable at = failure; at != null; at = at.getCause()) {
      if (at instanceof FileSystemException named && named.getFile() != null) {
        file = named.getFile();
      }
    }
    return file;
  }

  private static Trouble of(Throwable failure) {
    if (failure instanceof OutOfMemoryError) {
      return MEMORY;
    }
    if (failure instanceof SQLException error) {
      return ofDatabase(error);
    }
    return failure instanceof IOException || failure instanceof ReadOnlyFileSystemException
        ? ofFile(failure)
        : NONE;
  }

  private static Trouble ofFile(Throwable failure) {
    String message = String.valueOf(failure.getMessage());
    if (failure instanceof NotDirectoryException
        || failure instanceof FileAlreadyExistsException
        || message.endsWith("Not a directory")) {
      return NOT_A_FOLDER;
    }
    if (message.contains("No space left")
        || message.contains("File too large")
        || message.contains("quota exceeded")) {
      return DISK_FULL;
    }
    return failure instanceof AccessDeniedException
            || failure instanceof ReadOnlyFileSystemException
            || message.contains("Read-only file system")
        ? NOT_WRITABLE
        : NONE;
  }

  private static Trouble ofDatabase(SQLException error) {
    String state = String.valueOf(error.getSQLState());
    int code = error.getErrorCode();
    if (H2_DAMAGED.contains(code)) {
      return DATABASE_DAMAGED;
    }
    if (code == ErrorCode.DATABASE_IS_READ_ONLY) {
      return DATABASE_READ_ONLY;
    }
    if (state.equals(POSTGRESQL_DISK_FULL)) {
      return DISK_FULL;
    }
    return state.startsWith("08") || state.startsWith("57P") || H2_GONE.contains(code)
        ? DATABASE_GONE
        : NONE;
  }
}
