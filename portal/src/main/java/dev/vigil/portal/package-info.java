/** Pages, live updates and previews for people. Server-rendered, with one style sheet and a few lines of script of its own. */
package dev.vigil.portal;
