package bangfu.intake;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** The encodings that departments deliver, and how a file shows which one it has. */
enum TextEncoding {
  UTF_8_BOM("UTF-8-BOM", UTF_8, 3),
  UTF_8_PLAIN("UTF-8", UTF_8, 0),
  GB18030("GB18030", Charset.forName("GB18030"), 0);

  private static final int CHUNK_BYTES = 1 << 16;

  private final String label;
  private final Charset charset;
  private final int markBytes;

  TextEncoding(String label, Charset charset, int markBytes) {
    this.label = label;
    this.charset = charset;
    this.markBytes = markBytes;
  }

  /** As reports name it. */
  String label() {
    return label;
  }

  Charset charset() {
    return charset;
  }

  /** A decoder that reports what it cannot read instead of replacing it. */
  CharsetDecoder strictDecoder() {
    return strict(charset);
  }

  /** The content from behind its byte order mark. */
  InputStream behindMark(InputStream content) throws IOException {
    content.skipNBytes(markBytes);
    return content;
  }

  /**
   * The encoding of this label.
   *
   * @throws IllegalArgumentException when there is none
   */
  static TextEncoding labelled(String label) {
    return Arrays.stream(values())
        .filter(encoding -> encoding.label.equals(label))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no text is encoded as '" + label + "'"));
  }

  /**
   * A byte order mark means UTF-8; else UTF-8 if the whole file decodes, or its header does; else
   * GB18030.
   *
   * @throws RefusedFileException when the first bytes are those of no text, or of UTF-16
   */
  static TextEncoding of(Path file, Table table) throws IOException {
    FirstBytes first = FirstBytes.of(file);
    String reason = whyNoCsv(first);
    if (reason != null) {
      throw new RefusedFileException(reason);
    }
    if (first == FirstBytes.UTF_8_MARK) {
      return UTF_8_BOM;
    }
    return headerDecodes(file, table) || wholeFileDecodes(file) ? UTF_8_PLAIN : GB18030;
  }

  private static String whyNoCsv(FirstBytes first) {
    return switch (first) {
      case UTF_16_LITTLE_ENDIAN_MARK, UTF_16_BIG_ENDIAN_MARK ->
          "文件是 UTF-16（Unicode 文本）；请另存为 CSV UTF-8 后重新报送";
      case ZIP -> "文件内容是压缩包或 Excel 工作簿，不是 CSV；请改名为 .xlsx 或另存为 CSV";
      case OLE2 -> "文件内容是旧版 Excel（xls）或加密的文件，不是 CSV；请另存为 CSV";
      default -> null;
    };
  }

  private static boolean headerDecodes(Path file, Table table) throws IOException {
    try (LineCursor lines = new CsvLines(file, UTF_8_PLAIN)) {
      return HeaderSearch.in(lines, table).found();
    }
  }

  private static boolean wholeFileDecodes(Path file) throws IOException {
    CharsetDecoder decoder = strict(UTF_8);
    ByteBuffer bytes = ByteBuffer.allocate(CHUNK_BYTES);
    CharBuffer chars = CharBuffer.allocate(CHUNK_BYTES);
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file), CHUNK_BYTES)) {
      boolean ended = false;
      while (!ended) {
        int read = in.read(bytes.array(), bytes.position(), bytes.remaining());
        ended = read < 0;
        bytes.position(bytes.position() + Math.max(read, 0)).flip();
        if (decoder.decode(bytes, chars, ended).isError()) {
          return false;
        }
        chars.clear();
        bytes.compact();
      }
      return true;
    }
  }

  private static CharsetDecoder strict(Charset charset) {
    return charset
        .newDecoder()
        .onMalformedInput(CodingErrorAction.REPORT)
        .onUnmappableCharacter(CodingErrorAction.REPORT);
  }
}
