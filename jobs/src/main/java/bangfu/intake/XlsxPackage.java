package bangfu.intake;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * The parts of an XLSX file: a ZIP archive of XML documents that refer to one another by
 * relationships. Parts are inflated only up to a bound.
 */
final class XlsxPackage implements Closeable {
  static final long MAX_SMALL_PART_BYTES = 16L << 20;
  static final long MAX_SHARED_STRINGS_BYTES = 256L << 20;
  static final long MAX_SHEET_BYTES = 2L << 30;

  private static final URI ROOT = URI.create("/");

  /** The target of a relationship and the last word of its type, such as {@code worksheet}. */
  record Relationship(String kind, URI target) {}

  private final ZipFile zip;

  private XlsxPackage(ZipFile zip) {
    this.zip = zip;
  }

  /**
   * @throws RefusedFileException when the file is no ZIP archive
   */
  static XlsxPackage open(Path file) throws IOException {
    FirstBytes first = FirstBytes.of(file);
    if (first == FirstBytes.OLE2) {
      throw new RefusedFileException("文件是旧版 Excel（xls）或设了打开密码；请另存为不加密的 .xlsx");
    }
    if (first != FirstBytes.ZIP) {
      throw new RefusedFileException("文件内容不是 Excel 工作簿（.xlsx）；请另存为 .xlsx 或 CSV");
    }
    try {
      return new XlsxPackage(new ZipFile(file.toFile()));
    } catch (ZipException | EOFException e) {
      throw damaged(e);
    }
  }

  /** The workbook part, by the relationships of the package. */
  URI workbook() throws IOException {
    return relationships(URI.create("/_rels/.rels"), ROOT).values().stream()
        .filter(relationship -> relationship.kind().equals("officeDocument"))
        .map(Relationship::target)
        .findFirst()
        .orElseThrow(() -> new RefusedFileException("文件内容不是 Excel 工作簿；整个文件退回"));
  }

  /** The relationships of a part by their ids, in file order. */
  Map<String, Relationship> relationshipsOf(URI part) throws IOException {
    String path = part.getPath();
    int name = path.lastIndexOf('/') + 1;
    String rels = path.substring(0, name) + "_rels/" + path.substring(name) + ".rels";
    return relationships(resolved(ROOT, rels), part);
  }

  private Map<String, Relationship> relationships(URI rels, URI source) throws IOException {
    Map<String, Relationship> found = new LinkedHashMap<>();
    try (XmlPart xml = part(rels, MAX_SMALL_PART_BYTES)) {
      while (xml.nextElement()) {
        String target = xml.attribute("Target");
        String type = xml.attribute("Type");
        boolean internal = !"External".equals(xml.attribute("TargetMode"));
        if (xml.isAt("Relationship") && internal && target != null && type != null) {
          String kind = type.substring(type.lastIndexOf('/') + 1);
          found.put(xml.attribute("Id"), new Relationship(kind, resolved(source, target)));
        }
      }
    }
    return found;
  }

  private static URI resolved(URI source, String target) throws RefusedFileException {
    try {
      URI resolved = source.resolve(target);
      if (resolved.getPath() == null || !resolved.getPath().startsWith("/")) {
        throw new IllegalArgumentException("expected a part, but was '" + target + "'");
      }
      return resolved;
    } catch (IllegalArgumentException e) {
      throw damaged(e);
    }
  }

  /**
   * Opens a part for reading.
   *
   * @throws RefusedFileException when it is not there
   */
  XmlPart part(URI part, long maxBytes) throws IOException {
    return new XmlPart(bytes(part, maxBytes));
  }

  InputStream bytes(URI part, long maxBytes) throws IOException {
    ZipEntry entry = zip.getEntry(part.getPath().substring(1));
    if (entry == null) {
      throw new RefusedFileException("工作簿缺少组成部分 " + part.getPath() + "；整个文件退回");
    }
    try {
      return new BoundedInput(zip.getInputStream(entry), entry.getCompressedSize(), maxBytes);
    } catch (ZipException | EOFException e) {
      throw damaged(e);
    }
  }

  static RefusedFileException damaged(Exception cause) {
    return new RefusedFileException("工作簿已损坏，无法读出；整个文件退回，请重新另存后报送", cause);
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
