package dev.vigil.imaging;

import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;

/** What one reading of an HDU's data found out; the judging is done elsewhere. */
record HduSums(
        Hdu hdu, long paddedBytesPresent, long dataSum, long hduSum, boolean endsInZeros, Optional<String> digest) {

    boolean isWhole() {
        return paddedBytesPresent == hdu.end() - hdu.dataOffset();
    }

    boolean hasData() {
        return hdu.dataBytes() > 0;
    }

    /** Collects while the pieces of the data go by. */
    static final class Collector implements HduScanner.PieceReader {
        private final Hdu hdu;
        private final Optional<MessageDigest> digest;
        private final FitsChecksum sum = new FitsChecksum();
        private boolean endsInZeros = true;
        private long at;

        Collector(Hdu hdu, Optional<MessageDigest> digest) {
            this.hdu = hdu;
            this.digest = digest;
        }

        @Override
        public void piece(byte[] buffer, int length) {
            int unpadded = (int) Math.max(0, Math.min(length, hdu.dataBytes() - at));
            sum.add(buffer, 0, length);
            digest.ifPresent(sha -> sha.update(buffer, 0, unpadded));
            int lastBlock = (int) Math.max(0, hdu.dataBytes() - Blocks.SIZE - at);
            if (lastBlock < unpadded) {
                endsInZeros &= Blocks.allZero(buffer, lastBlock, unpadded);
            }
            at += length;
        }

        HduSums sums(long paddedBytesPresent, FitsChecksum header) {
            long dataSum = sum.sum();
            long hduSum = header.add(dataSum).sum();
            Optional<String> hex = digest.map(sha -> HexFormat.of().formatHex(sha.digest()));
            return new HduSums(hdu, paddedBytesPresent, dataSum, hduSum, endsInZeros, hex);
        }
    }
}
