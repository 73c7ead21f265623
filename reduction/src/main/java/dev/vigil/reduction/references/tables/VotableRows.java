package dev.vigil.reduction.references.tables;

import java.io.IOException;
import javax.xml.stream.XMLStreamException;

/** The data of a VOTable, row by row. */
interface VotableRows {
    boolean next() throws XMLStreamException, IOException;

    /** NaN where there is none; a {@link NumberFormatException} where something else stands. */
    double number(int column);

    /** Whether a row has a line in the file. */
    boolean isXml();
}
