package bangfu.database;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.ConnectionPoolDataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.postgresql.PGProperty;
import org.postgresql.ds.PGConnectionPoolDataSource;

/** The driver's own source of connections for a URL. */
final class ConnectionSource {
  private static final int CONNECT_SECONDS = 10;
  private static final int FETCH_ROWS = 2_000;

  private ConnectionSource() {}

  /**
   * Connections that read and write.
   *
   * @param durable what is committed outlives a kill; otherwise H2 may lose half a second of it
   */
  static ConnectionPoolDataSource of(JdbcUrl url, boolean durable) {
    return url.isPostgresql() ? postgresql(url) : h2(url, durable);
  }

  /** Connections to PostgreSQL that read results of any size row by row, and only read. */
  static ConnectionPoolDataSource reading(JdbcUrl url) {
    PGConnectionPoolDataSource source = postgresql(url);
    source.setDefaultAutoCommit(false);
    source.setDefaultRowFetchSize(FETCH_ROWS);
    source.setReadOnly(true);
    return source;
  }

  private static JdbcDataSource h2(JdbcUrl url, boolean durable) {
    JdbcDataSource source = new JdbcDataSource();
    source.setURL(url.with(durable));
    if (!url.namesUser()) {
      source.setUser("sa");
    }
    return source;
  }

  private static PGConnectionPoolDataSource postgresql(JdbcUrl url) {
    PGConnectionPoolDataSource source = new PostgresqlSource();
    source.setApplicationName("bangfu");
    source.setReWriteBatchedInserts(true);
    source.setTcpKeepAlive(true);
    source.setLogServerErrorDetail(false); // it quotes rows, which name persons
    source.setConnectTimeout(CONNECT_SECONDS);
    try {
      source.setUrl(url.text());
    } catch (IllegalArgumentException wrongAndNamesThePassword) {
      throw new UnknownDatabaseException(url.location());
    }
    return source;
  }

  /**
   * Says in its URL only what differs from the driver's defaults. The driver itself says them all,
   * and Flyway takes 80 ms to look for a password in so long a text, each time it is asked.
   */
  private static final class PostgresqlSource extends PGConnectionPoolDataSource {
    private static final long serialVersionUID = 1;

    @Override
    public String getUrl() {
      String[] parts = super.getUrl().split("\\?", 2);
      return Stream.of(parts[1].split("&"))
          .filter(setting -> !isDefault(setting))
          .collect(Collectors.joining("&", parts[0] + "?", ""));
    }

    private static boolean isDefault(String setting) {
      String[] parts = setting.split("=", 2);
      PGProperty property = PGProperty.forName(parts[0]);
      return property != null && parts[1].equals(property.getDefaultValue());
    }
  }
}
