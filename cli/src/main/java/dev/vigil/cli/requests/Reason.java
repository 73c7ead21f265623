package dev.vigil.cli.requests;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Why a person asks for something, for whoever asks later what became of it: blanks are none. */
final class Reason implements ITypeConverter<String> {
    @Override
    public String convert(String text) {
        if (text.isBlank()) {
            throw new TypeConversionException("it is empty; say why, for whoever asks later");
        }
        return text;
    }
}
