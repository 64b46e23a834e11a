package bangfu.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
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
      return Server.RUNNING.getJdbcUrl("postgres", "postgres") + SCHEMA + name;
    }

    @Override
    public String copy(String url, Path from, Path to) {
      String copy = super.copy(url, from, to);
      Database.open(copy).close();
      new JdbcTemplate(Server.RUNNING.getPostgresDatabase())
          .execute(
              COPY_ROWS.replace("FROM_SCHEMA", schema(url)).replace("TO_SCHEMA", schema(copy)));
      return copy;
    }

    private static String schema(String url) {
      return url.substring(url.indexOf(SCHEMA) + SCHEMA.length());
    }
  };

  private static final String SCHEMA = "&currentSchema=";

  /** Without looking at foreign keys, so that the tables may come in any order. */
  private static final String COPY_ROWS =
      """
      do $$
      declare name text;
      begin
        set local session_replication_role = replica;
        for name in select tablename from pg_tables where schemaname = 'FROM_SCHEMA' loop
          execute format('delete from TO_SCHEMA.%1$I', name);
          execute format('insert into TO_SCHEMA.%1$I select * from FROM_SCHEMA.%1$I', name);
        end loop;
        for name in select sequencename from pg_sequences where schemaname = 'FROM_SCHEMA' loop
          execute format('select setval(''TO_SCHEMA.%1$I'', last_value, is_called)'
            || ' from FROM_SCHEMA.%1$I', name);
        end loop;
      end $$
      """;

  /**
   * The URL of an empty database.
   *
   * @param folder where a database that is a file may lie
   */
  public abstract String newDatabase(Path folder);

  /**
   * Copies a folder, and a database with it.
   *
   * @param url of the database, which nobody has open
   * @param from the folder; a database that is a file lies in it
   * @param to where nothing is yet
   * @return the URL of the copy
   */
  public String copy(String url, Path from, Path to) {
    try (Stream<Path> all = Files.walk(from)) {
      for (Path each : all.toList()) {
        Files.copy(each, to.resolve(from.relativize(each).toString()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return newDatabase(to);
  }

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
