/** What people look at: previews and thumbnails of images, stretched, turned north up, with a scale. */
package dev.vigil.imaging.pictures;
