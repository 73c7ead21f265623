package dev.vigil.scheduler.state;

/** The requests that were answered: each is answered once. */
public final class Answered {
    private final Shelf requests;

    Answered(Shelf requests) {
        this.requests = requests;
    }

    /** Notes a request as answered; true when it was not. */
    public boolean add(String unit, String request) {
        byte[] key = new Key().then(unit).then(request).bytes();
        boolean isNew = requests.get(key).isEmpty();
        requests.put(key, new byte[0]);
        return isNew;
    }
}
