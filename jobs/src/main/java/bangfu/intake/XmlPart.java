package bangfu.intake;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.util.zip.ZipException;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * One XML document of a workbook, read element by element. A document type, and with it any entity
 * of its own or from elsewhere, refuses the file; so does a text longer than a cell can be.
 */
final class XmlPart implements Closeable {
  /** Excel keeps at most 32,767 characters in a cell. */
  private static final int MAX_TEXT_CHARS = 1 << 15;

  private static final char BYTE_ORDER_MARK = '\uFEFF';
  private static final XMLInputFactory FACTORY = factory();

  private final InputStream in;
  private final XMLStreamReader xml;
  private final StringBuilder text = new StringBuilder();

  XmlPart(InputStream in) throws IOException {
    this.in = in;
    try {
      this.xml = FACTORY.createXMLStreamReader(utf8(in));
    } catch (XMLStreamException e) {
      in.close();
      throw refusal(e);
    } catch (ZipException | EOFException | CharacterCodingException e) {
      in.close();
      throw XlsxPackage.damaged(e);
    }
  }

  /** Decoded here, for the parser complains of broken bytes on the terminal. */
  private static Reader utf8(InputStream in) throws IOException {
    PushbackReader text = new PushbackReader(new InputStreamReader(in, UTF_8.newDecoder()));
    int first = text.read();
    if (first >= 0 && first != BYTE_ORDER_MARK) {
      text.unread(first);
    }
    return text;
  }

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    return factory;
  }

  /** Moves to the next start of an element; false at the end of the document. */
  boolean nextElement() throws IOException {
    int event;
    do {
      event = next();
    } while (event != XMLStreamConstants.START_ELEMENT && event != XMLStreamConstants.END_DOCUMENT);
    return event == XMLStreamConstants.START_ELEMENT;
  }

  /**
   * Moves to the next start of an element inside the one of this name; false at its end. Inner
   * elements of the same name would end it too early; no part of a workbook has such.
   */
  boolean nextElementIn(String parent) throws IOException {
    while (true) {
      int event = next();
      if (event == XMLStreamConstants.START_ELEMENT) {
        return true;
      }
      if (event == XMLStreamConstants.END_DOCUMENT
          || (event == XMLStreamConstants.END_ELEMENT && isAt(parent))) {
        return false;
      }
    }
  }

  /** Whether the element just started or ended has this name. */
  boolean isAt(String localName) {
    return xml.getLocalName().equals(localName);
  }

  /** An attribute without a namespace, or null. */
  String attribute(String name) {
    return xml.getAttributeValue("", name);
  }

  /** An attribute of any namespace but none, or null: {@code r:id} has one of two. */
  String qualifiedAttribute(String name) {
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      String namespace = xml.getAttributeNamespace(i);
      boolean qualified = namespace != null && !namespace.isEmpty();
      if (qualified && xml.getAttributeLocalName(i).equals(name)) {
        return xml.getAttributeValue(i);
      }
    }
    return null;
  }

  /** The number in an attribute; a default when there is none. */
  int intAttribute(String name, int absent) throws RefusedFileException {
    String value = attribute(name);
    try {
      return value == null ? absent : Integer.parseInt(value);
    } catch (NumberFormatException e) {
      throw XlsxPackage.damaged(e);
    }
  }

  /** The text of the element just started, with that of its children; moves to its end. */
  String elementText() throws IOException {
    text.setLength(0);
    for (int depth = 1; depth > 0; ) {
      int event = next();
      if (event == XMLStreamConstants.START_ELEMENT) {
        depth++;
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        depth--;
      } else if (xml.hasText()) {
        append();
      }
    }
    return text.toString();
  }

  private void append() throws RefusedFileException {
    if (text.length() + xml.getTextLength() > MAX_TEXT_CHARS) {
      throw new RefusedFileException("工作簿中有超过 32767 个字符的文字；整个文件退回");
    }
    text.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
  }

  private int next() throws IOException {
    try {
      int event = xml.next();
      if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
        throw new RefusedFileException("工作簿含有文档类型或实体声明，可能有害；整个文件退回");
      }
      return event;
    } catch (XMLStreamException e) {
      throw refusal(e);
    }
  }

  /** The parser wraps what its input throws. */
  private static RefusedFileException refusal(XMLStreamException e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof RefusedFileException refusal) {
        return refusal;
      }
    }
    return e.getNestedException() instanceof RefusedFileException refusal
        ? refusal
        : XlsxPackage.damaged(e);
  }

  @Override
  public void close() throws IOException {
    try {
      xml.close();
    } catch (XMLStreamException e) {
      throw new IOException(e);
    } finally {
      in.close();
    }
  }
}
