package dev.vigil.reduction.references.tables;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Rows that stand in a VOTable as BINARY2: which values are missing, and then the values, all of it as base64. */
final class VotableBinaryRows implements VotableRows {
    private final List<VotableField> fields;
    private final DataInputStream in;
    private final byte[] missing;
    private final double[] values;

    VotableBinaryRows(XMLStreamReader xml, List<VotableField> fields) throws XMLStreamException {
        requireStream(xml);
        this.fields = new ArrayList<>(fields);
        this.in = new DataInputStream(Base64.getMimeDecoder().wrap(new Text(xml)));
        this.missing = new byte[(fields.size() + 7) / 8];
        this.values = new double[fields.size()];
    }

    private static void requireStream(XMLStreamReader xml) throws XMLStreamException {
        xml.nextTag();
        String encoding = xml.getAttributeValue(null, "encoding");
        if (!"STREAM".equals(xml.getLocalName()) || !"base64".equals(encoding)) {
            throw new XMLStreamException("its data are not in the file as base64", xml.getLocation());
        }
    }

    @Override
    public boolean next() throws IOException {
        int first = in.read();
        if (first < 0) {
            return false;
        }
        try {
            missing[0] = (byte) first;
            in.readFully(missing, 1, missing.length - 1);
            for (int column = 0; column < values.length; column++) {
                values[column] = value(column);
            }
            return true;
        } catch (EOFException cut) {
            throw new IllegalArgumentException("the data end within this row");
        }
    }

    private double value(int column) throws IOException {
        VotableField field = fields.get(column);
        int count = field.count() < 0 ? in.readInt() : field.count();
        byte[] bytes = new byte[field.bytes(count)];
        in.readFully(bytes);
        boolean isMissing = (missing[column / 8] & 0x80 >> column % 8) != 0;
        return isMissing || count == 0 ? Double.NaN : field.number(ByteBuffer.wrap(bytes));
    }

    @Override
    public double number(int column) {
        return values[column];
    }

    @Override
    public boolean isXml() {
        return false;
    }

    /** The text of an element, piece by piece, however long it is. */
    private static final class Text extends InputStream {
        private final XMLStreamReader xml;
        private byte[] piece = new byte[0];
        private int at;

        Text(XMLStreamReader xml) {
            this.xml = xml;
        }

        @Override
        public int read() throws IOException {
            return fill() ? piece[at++] & 0xff : -1;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            if (!fill()) {
                return -1;
            }
            int copied = Math.min(length, piece.length - at);
            System.arraycopy(piece, at, into, offset, copied);
            at += copied;
            return copied;
        }

        private boolean fill() throws IOException {
            try {
                while (at == piece.length && xml.getEventType() != XMLStreamConstants.END_ELEMENT) {
                    xml.next();
                    piece = xml.isCharacters() ? latin(xml) : new byte[0];
                    at = 0;
                }
                return at < piece.length;
            } catch (XMLStreamException bad) {
                throw new IOException(bad.getMessage(), bad);
            }
        }

        private static byte[] latin(XMLStreamReader xml) {
            char[] letters = xml.getTextCharacters();
            byte[] bytes = new byte[xml.getTextLength()];
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = (byte) letters[xml.getTextStart() + i];
            }
            return bytes;
        }
    }
}
