package dev.vigil.transfer;

import dev.vigil.imaging.BulkStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;

/**
 * Reads a body up to the byte where its line was cut, and only then fails. The JDK's own stream fails at once, and what had come and was
 * not read yet would have to come again.
 */
final class ToTheCut implements BodySubscriber<InputStream> {
    private final BodySubscriber<InputStream> body = BodySubscribers.ofInputStream();
    private volatile Optional<Throwable> cut = Optional.empty();

    private ToTheCut() {}

    static BodyHandler<InputStream> stream() {
        return response -> new ToTheCut();
    }

    @Override
    public CompletionStage<InputStream> getBody() {
        return body.getBody().thenApply(Stream::new);
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
        body.onSubscribe(subscription);
    }

    @Override
    public void onNext(List<ByteBuffer> bytes) {
        body.onNext(bytes);
    }

    @Override
    public void onError(Throwable error) {
        cut = Optional.of(error);
        body.onComplete();
    }

    @Override
    public void onComplete() {
        body.onComplete();
    }

    private final class Stream extends BulkStream {
        private final InputStream in;

        private Stream(InputStream in) {
            this.in = in;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int count = in.read(bytes, offset, length);
            if (count < 0 && cut.isPresent()) {
                throw new IOException(cut.get().getMessage(), cut.get());
            }
            return count;
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}
