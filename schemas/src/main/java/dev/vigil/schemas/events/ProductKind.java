package dev.vigil.schemas.events;

/** What a product is. */
public enum ProductKind {
    IMAGE,
    MASTER,
    PREVIEW,
    THUMBNAIL,
    CATALOGUE,
    OTHER,
    PLOT
}
