package dev.vigil.instruments;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Holds what the folders of a file say against what its header and its name say, and flags where they disagree. */
record FolderCheck(FolderFacts folder, Flags flags) {
    private static final Set<FrameType> TAKEN_WITH_ANY_CALIBRATION = EnumSet.of(FrameType.BIAS, FrameType.DARK);

    /** A folder is for a type, and not all that lies in it is of it: flats have darks of their own. */
    FolderCheck type(FrameType type, TypeTable types) {
        folder.type()
                .flatMap(types::typeOf)
                .filter(said -> said != type)
                .filter(said -> !(said.isCalibration() && TAKEN_WITH_ANY_CALIBRATION.contains(type)))
                .ifPresent(said -> flags.add(
                        Flag.FOLDER_DISAGREES_ON_TYPE,
                        "the folder is for " + said.word() + " frames, the header says " + type.word()));
        return this;
    }

    /** Where the header is silent, the name is heard. */
    FolderCheck binning(Optional<String> header, Optional<String> name) {
        Optional<String> other =
                header.map(is -> "the header " + is).or(() -> name.map(said -> "the file name " + said));
        folder.binning()
                .filter(said -> !said.equalsIgnoreCase(header.or(() -> name).orElse(said)))
                .ifPresent(said -> flags.add(
                        Flag.FOLDER_DISAGREES_ON_BINNING,
                        "the folder says the binning " + said + ", " + other.orElseThrow()));
        return this;
    }

    FolderCheck gain(Optional<String> header) {
        header.ifPresent(is -> folder.gain()
                .filter(said -> !GainRule.settingText(said).equals(GainRule.settingText(is)))
                .ifPresent(said -> flags.add(
                        Flag.FOLDER_DISAGREES_ON_GAIN,
                        "the folder says the gain setting " + said + ", the header " + is)));
        return this;
    }

    /** Only of what looks at the sky; an object whose name has the form of such a target is one, whatever the header says. */
    FolderCheck opportunity(FrameType type, Optional<String> header) {
        if (folder.opportunity()
                && type == FrameType.SCIENCE
                && header.isPresent()
                && !flags.remarks().containsKey(Flag.TARGET_OF_OPPORTUNITY)) {
            flags.add(Flag.FOLDER_DISAGREES_ON_OPPORTUNITY);
        }
        return this;
    }
}
