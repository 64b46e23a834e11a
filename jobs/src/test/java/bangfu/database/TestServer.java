package bangfu.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.jdbc.core.JdbcTemplate;

/** Makes new databases of one kind. */
public enum TestServer {
  H2 {
    @Override
    public String newDatabase(Path folder) {
      return "jdbc:h2:file:" + folder.resolve("register").toAbsolutePath();
    }
  },

  /** An H2 file behind a server of H2, as several programs at once need it. */
  H2_SERVER {
    @Override
    public String newDatabase(Path folder) {
      String file = folder.resolve("register").toAbsolutePath().toString();
      return "jdbc:h2:tcp://localhost:" + H2Server.RUNNING.getPort() + "/file:" + file;
    }
  },

  /**
   * Schemas of one database, for they are made and forgotten faster than databases. One server for
   * the whole JVM, started when it is first asked for.
   */
  POSTGRESQL {
    @Override
    public String newDatabase(Path folder) {
      String name = "test_" + Server.SCHEMAS.incrementAndGet();
      new JdbcTemplate(Server.RUNNING.getPostgresDatabase()).execute("create schema " + name);
      return Server.RUNNING.getJdbcUrl("postgres", "postgres") + "&currentSchema=" + name;
    }
  };

  /**
   * The URL of an empty database.
   *
   * @param folder where a database that is a file may lie
   */
  public abstract String newDatabase(Path folder);

  private static final class H2Server {
    static final org.h2.tools.Server RUNNING = start();

    private static org.h2.tools.Server start() {
      try {
        return org.h2.tools.Server.createTcpServer("-tcpPort", "0", "-ifNotExists", "-tcpDaemon")
            .start();
      } catch (SQLException e) {
        throw new IllegalStateException("cannot start a server of H2", e);
      }
    }
  }

  /** A real PostgreSQL from the test's class path; it ends with the JVM. */
  private static final class Server {
    static final AtomicInteger SCHEMAS = new AtomicInteger();
    static final EmbeddedPostgres RUNNING = start();

    private static EmbeddedPostgres start() {
      try {
        return EmbeddedPostgres.builder().start();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
