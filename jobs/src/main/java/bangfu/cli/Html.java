package bangfu.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** A page that needs no network, written piece by piece; texts are escaped. */
final class Html {
  private final StringBuilder html = new StringBuilder();

  /**
   * Begins the page.
   *
   * @param language its code, for example {@code zh}
   * @param style names of the resources with its style
   */
  Html(String language, String title, String... style) {
    html.append("<!DOCTYPE html>\n<html lang=\"")
        .append(language)
        .append("\"><head><meta charset=\"utf-8\">")
        .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">");
    element("title", title);
    html.append("<style>\n");
    for (String name : style) {
      html.append(css(name));
    }
    html.append("</style></head>\n<body>");
  }

  /** An element with a text. */
  Html element(String name, String content) {
    return element(name, "", content);
  }

  /** An element of a class with a text. */
  Html element(String name, String kind, String content) {
    return open(name, kind).text(content).close(name);
  }

  /**
   * Opens an element.
   *
   * @param kind its class; empty = none
   */
  Html open(String name, String kind) {
    html.append('<').append(name);
    if (!kind.isEmpty()) {
      html.append(" class=\"").append(kind).append('"');
    }
    html.append('>');
    return this;
  }

  /** Opens an element that links can name. */
  Html openAs(String name, String kind, String id) {
    html.append('<').append(name).append(" class=\"").append(kind);
    html.append("\" id=\"").append(escaped(id)).append("\">");
    return this;
  }

  Html close(String name) {
    html.append("</").append(name).append(">\n");
    return this;
  }

  Html text(String content) {
    html.append(escaped(content));
    return this;
  }

  /** A link inside the page. */
  Html link(String id, String content) {
    html.append("<a href=\"#").append(escaped(id)).append("\">");
    return text(content).close("a");
  }

  /** Opens a table; columns are separated by {@code |}, one of numbers begins with {@code #}. */
  Html table(String columns) {
    html.append("<table><thead><tr>");
    for (String column : columns.split("\\|", -1)) {
      boolean number = column.startsWith("#");
      element("th", number ? "number" : "", number ? column.substring(1) : column);
    }
    html.append("</tr></thead>\n<tbody>");
    return this;
  }

  /** A cell of a class; empty = none. */
  Html cell(String kind, String content) {
    return element("td", kind, content);
  }

  Html endOfTable() {
    html.append("</tbody></table>");
    return this;
  }

  /** The whole page; nothing can be added any more. */
  String page() {
    return html.append("</body></html>\n").toString();
  }

  static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  private static String css(String name) {
    try (InputStream in = Html.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
