package bangfu.policy;

import bangfu.payment.Actor;
import bangfu.rules.PackFolder;
import bangfu.rules.PolicyPack;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** The packs that a register keeps, with their files. Works in the caller's transaction. */
public final class PackShelf {
  private static final String PACKS =
      "select p.sha256, p.title, p.registered_by, p.registered_user, p.registered_at,"
          + " a.approval_no, a.approved_by, a.approved_user, a.approved_at"
          + " from policy_pack p left join policy_approval a on a.sha256 = p.sha256";

  private final JdbcTemplate jdbc;

  public PackShelf(DataSource source) {
    this.jdbc = new JdbcTemplate(source);
  }

  /** All packs, the first registered first. */
  public List<KeptPack> all() {
    return jdbc.query(PACKS + " order by p.registered_at, p.sha256", (row, number) -> pack(row));
  }

  /** The pack of a hash; empty when it was never registered. */
  public Optional<KeptPack> of(String sha256) {
    return jdbc.query(PACKS + " where p.sha256 = ?", (row, number) -> pack(row), sha256).stream()
        .findFirst();
  }

  private static KeptPack pack(ResultSet row) throws SQLException {
    KeptPack.Approval approval =
        row.getString("approved_by") == null
            ? null
            : new KeptPack.Approval(
                row.getInt("approval_no"),
                new Actor(row.getString("approved_by"), row.getString("approved_user")),
                row.getTimestamp("approved_at").toInstant());
    return new KeptPack(
        row.getString("sha256"),
        row.getString("title"),
        new Actor(row.getString("registered_by"), row.getString("registered_user")),
        row.getTimestamp("registered_at").toInstant(),
        approval);
  }

  /**
   * The policy that a registered pack makes.
   *
   * @throws IllegalStateException when its files are not those that were registered
   */
  public PolicyPack load(KeptPack kept) {
    Map<String, String> texts = new TreeMap<>();
    jdbc.query(
        "select path, content from policy_pack_file where sha256 = ?",
        row -> {
          texts.put(row.getString("path"), row.getString("content"));
        },
        kept.sha256());
    PackFolder folder = new PackFolder(kept.name(), texts);
    if (!folder.hash().equals(kept.sha256())) {
      throw new IllegalStateException(
          "expected the files of the pack " + kept.name() + ", but they come to " + folder.hash());
    }
    return PolicyPack.of(folder);
  }

  /**
   * Keeps a pack.
   *
   * @throws org.springframework.dao.DuplicateKeyException when it is kept already
   */
  public void register(PolicyPack pack, Actor by, String reason, Instant at) {
    PackFolder folder = pack.folder().orElseThrow();
    String sha256 = folder.hash();
    jdbc.update(
        "insert into policy_pack (sha256, title, registered_by, registered_user, reason,"
            + " registered_at) values (?, ?, ?, ?, ?, ?)",
        sha256,
        pack.title(),
        by.name(),
        by.systemUser(),
        reason,
        Timestamp.from(at));
    folder
        .texts()
        .forEach(
            (path, text) ->
                jdbc.update(
                    "insert into policy_pack_file (sha256, path, content) values (?, ?, ?)",
                    sha256,
                    path,
                    text));
  }

  /**
   * Approves a pack.
   *
   * @throws org.springframework.dao.DataIntegrityViolationException when it is approved already, or
   *     by whoever registered it
   */
  public void approve(KeptPack pack, Actor by, String reason, Instant at) {
    jdbc.update(
        "insert into policy_approval (sha256, approval_no, registered_by, registered_user,"
            + " approved_by, approved_user, reason, approved_at)"
            + " select cast(? as varchar(64)), coalesce(max(approval_no), 0) + 1,"
            + " cast(? as varchar(200)), cast(? as varchar(200)), cast(? as varchar(200)),"
            + " cast(? as varchar(200)), cast(? as varchar(1000)), cast(? as timestamp)"
            + " from policy_approval",
        pack.sha256(),
        pack.registrar().name(),
        pack.registrar().systemUser(),
        by.name(),
        by.systemUser(),
        reason,
        Timestamp.from(at));
  }
}
