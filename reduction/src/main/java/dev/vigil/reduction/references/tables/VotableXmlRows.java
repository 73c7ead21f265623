package dev.vigil.reduction.references.tables;

import java.util.Arrays;
import java.util.List;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Rows that stand in a VOTable as {@code TR} and {@code TD}. */
final class VotableXmlRows implements VotableRows {
    private final XMLStreamReader xml;
    private final String[] values;

    VotableXmlRows(XMLStreamReader xml, List<VotableField> fields) {
        this.xml = xml;
        this.values = new String[fields.size()];
    }

    @Override
    public boolean next() throws XMLStreamException {
        while (true) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT && "TR".equals(xml.getLocalName())) {
                readRow();
                return true;
            }
            if (event == XMLStreamConstants.END_ELEMENT && "TABLEDATA".equals(xml.getLocalName())) {
                return false;
            }
        }
    }

    private void readRow() throws XMLStreamException {
        Arrays.fill(values, "");
        int column = 0;
        while (xml.nextTag() == XMLStreamConstants.START_ELEMENT) {
            String text = xml.getElementText();
            if (column == values.length) {
                throw new IllegalArgumentException("it has more values than there are columns");
            }
            values[column] = text.strip();
            column++;
        }
    }

    @Override
    public double number(int column) {
        return values[column].isEmpty() ? Double.NaN : Double.parseDouble(values[column]);
    }

    @Override
    public boolean isXml() {
        return true;
    }
}
