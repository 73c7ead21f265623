package dev.vigil.reduction.references.tables;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** The first table of a VOTable that has data, whether these are XML or BINARY2. */
final class VotableTable implements Table {
    private final Path file;
    private final InputStream plain;
    private final XMLStreamReader xml;
    private final List<VotableField> fields = new ArrayList<>();
    private final VotableRows rows;
    private long row;

    VotableTable(Path file, InputStream plain) throws IOException {
        this.file = file;
        this.plain = plain;
        try {
            this.xml = factory().createXMLStreamReader(plain);
            this.rows = rows();
        } catch (XMLStreamException bad) {
            throw bad(bad);
        }
    }

    /** Without what a file of somebody else could fetch from elsewhere. */
    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        return factory;
    }

    private VotableRows rows() throws XMLStreamException, IOException {
        while (xml.hasNext()) {
            if (xml.next() != XMLStreamConstants.START_ELEMENT) {
                continue;
            }
            switch (xml.getLocalName()) {
                case "TABLE" -> fields.clear();
                case "FIELD" -> fields.add(VotableField.of(xml));
                case "TABLEDATA" -> {
                    return new VotableXmlRows(xml, fields);
                }
                case "BINARY2" -> {
                    return new VotableBinaryRows(xml, fields);
                }
                case "BINARY", "FITS" ->
                    throw new BadTableException(
                            file,
                            place(),
                            "its data are stored as " + xml.getLocalName()
                                    + "; save it as TABLEDATA, BINARY2, FITS or CSV");
                default -> {
                    // Descriptions and the like say nothing of the data.
                }
            }
        }
        throw new BadTableException(file, "the VOTable has no data; its server may have answered with an error");
    }

    @Override
    public List<Column> columns() {
        return fields.stream()
                .map(field -> new Column(field.name(), field.unit()))
                .toList();
    }

    @Override
    public boolean next() throws IOException {
        row++;
        try {
            return rows.next();
        } catch (XMLStreamException bad) {
            throw bad(bad);
        } catch (IllegalArgumentException bad) {
            throw new BadTableException(file, place(), bad.getMessage());
        }
    }

    @Override
    public double number(int column) throws IOException {
        try {
            return rows.number(column);
        } catch (NumberFormatException word) {
            throw new BadTableException(
                    file,
                    place(),
                    "what stands in " + fields.get(column).name() + " is no number: " + word.getMessage());
        }
    }

    private BadTableException bad(XMLStreamException bad) {
        int line = bad.getLocation() == null ? -1 : bad.getLocation().getLineNumber();
        String why = bad.getMessage()
                .lines()
                .reduce((first, last) -> last)
                .orElse("")
                .replace("Message: ", "");
        return new BadTableException(file, "line " + line, "it is no sound XML: " + why);
    }

    @Override
    public String place() {
        return row == 0 || !rows.isXml()
                ? "row " + row
                : "line " + xml.getLocation().getLineNumber();
    }

    @Override
    public void close() throws IOException {
        plain.close();
    }
}
