package bangfu.database;

import bangfu.database.DatabaseUnavailableException.Reason;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import javax.sql.DataSource;
import org.h2.api.ErrorCode;

/** Tries a database before anything is done with it, and says what is wrong with it. */
final class FirstConnection {
  /** By SQLSTATE. */
  private static final Map<String, Reason> REASONS =
      Map.of(
          "08001", Reason.UNREACHABLE,
          "08006", Reason.UNREACHABLE,
          "57P03", Reason.UNREACHABLE,
          "3D000", Reason.MISSING,
          "08004", Reason.LOGIN_REFUSED,
          "28000", Reason.LOGIN_REFUSED,
          "28P01", Reason.LOGIN_REFUSED,
          "42501", Reason.NOT_ALLOWED,
          "53300", Reason.TOO_MANY_CONNECTIONS);

  private FirstConnection() {}

  static void check(DataSource source, JdbcUrl url) {
    try (Connection connection = source.getConnection()) {
      if (url.isPostgresql() && !isUtf8(connection)) {
        throw new DatabaseUnavailableException(Reason.NOT_UTF8, url.location(), null);
      }
    } catch (SQLException e) {
      throw explained(e, url);
    }
  }

  private static boolean isUtf8(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet encoding = statement.executeQuery("show server_encoding")) {
      return encoding.next() && "UTF8".equals(encoding.getString(1));
    }
  }

  /** The failure to open a database in words, by the first SQL error below it that is known. */
  static RuntimeException explained(Exception failure, JdbcUrl url) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException error) {
        if (error.getErrorCode() == ErrorCode.DATABASE_ALREADY_OPEN_1) {
          Holder other = url.lockFile().map(file -> new LockFile(file).await()).orElse(null);
          return new DatabaseInUseException(url.location(), other, failure);
        }
        Reason reason = REASONS.get(String.valueOf(error.getSQLState()));
        if (reason != null) {
          return new DatabaseUnavailableException(reason, url.location(), failure);
        }
      }
    }
    return new IllegalStateException("cannot open the database " + url.location(), failure);
  }
}
