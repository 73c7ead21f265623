package dev.vigil.scheduler.state;

class InMemoryShelfTest extends ShelfContract {
    @Override
    protected Shelf shelf() {
        return new InMemoryShelf();
    }
}
